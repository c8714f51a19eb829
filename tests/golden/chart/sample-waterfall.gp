unset key
unset border
unset tics
set style circle noclip
set label 1 '支出增加 190.46 万元，其中行政运行增加的 183.05 万元没有解释' at screen 0.03333,screen 0.9626 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局 2024 年部门预算，对 2023 年' at screen 0.03333,screen 0.93441 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.93441 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 rectangle from screen 0.03333,screen 0.89241 to screen 0.06944,screen 0.90736 front fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00'
set label 4 '未说明' at screen 0.07778,screen 0.89988 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.15972,screen 0.89241 to screen 0.19583,screen 0.90736 front fc rgb '#0072B2' fs pattern 4 border lc rgb '#0072B2'
set label 5 '已说明' at screen 0.20417,screen 0.89988 left noenhanced front font face.',13' tc rgb '#666666'
set object 3 rectangle from screen 0.28611,screen 0.89241 to screen 0.32222,screen 0.90736 front fc rgb '#009E73' fs pattern 2 border lc rgb '#009E73'
set label 6 '科目间调整' at screen 0.33056,screen 0.89988 left noenhanced front font face.',13' tc rgb '#666666'
set object 4 rectangle from screen 0.44861,screen 0.89241 to screen 0.48472,screen 0.90736 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 7 '不重大' at screen 0.49306,screen 0.89988 left noenhanced front font face.',13' tc rgb '#666666'
set label 8 '横轴从 1,400 起，不从零起；首尾两条因此截短。' at screen 0.03333,screen 0.04315 left noenhanced front font face.',12' tc rgb '#666666'
set label 9 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.02359 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.349
set rmargin at screen 0.96667
set tmargin at screen 0.87687
set bmargin at screen 0.08976
set xrange [1400:1970.042869]
set yrange [18:0]
set label 10 '2023 年预算' at screen 0.33511,screen 0.85501 right noenhanced front font face.',14' tc rgb '#222222'
set label 11 '2011301 行政运行' at screen 0.33511,screen 0.81128 right noenhanced front font face.',14' tc rgb '#222222'
set label 12 '2080505 机关事业单位基本养老保' at screen 0.33511,screen 0.77791 right noenhanced front font face.',14' tc rgb '#222222'
set label 13 '险缴费支出' at screen 0.33511,screen 0.75719 right noenhanced front font face.',14' tc rgb '#222222'
set label 14 '2011308 招商引资' at screen 0.33511,screen 0.72382 right noenhanced front font face.',14' tc rgb '#222222'
set label 15 '2101101 行政单位医疗' at screen 0.33511,screen 0.68009 right noenhanced front font face.',14' tc rgb '#222222'
set label 16 '2210201 住房公积金' at screen 0.33511,screen 0.63636 right noenhanced front font face.',14' tc rgb '#222222'
set label 17 '2010302 一般行政管理事务' at screen 0.33511,screen 0.59264 right noenhanced front font face.',14' tc rgb '#222222'
set label 18 '2080506 机关事业单位职业年金缴' at screen 0.33511,screen 0.55926 right noenhanced front font face.',14' tc rgb '#222222'
set label 19 '费支出' at screen 0.33511,screen 0.53855 right noenhanced front font face.',14' tc rgb '#222222'
set label 20 '2101103 公务员医疗补助' at screen 0.33511,screen 0.50518 right noenhanced front font face.',14' tc rgb '#222222'
set label 21 '2080899 其他优抚支出' at screen 0.33511,screen 0.46145 right noenhanced front font face.',14' tc rgb '#222222'
set label 22 '2080502 事业单位离退休' at screen 0.33511,screen 0.41772 right noenhanced front font face.',14' tc rgb '#222222'
set label 23 '2101102 事业单位医疗' at screen 0.33511,screen 0.37399 right noenhanced front font face.',14' tc rgb '#222222'
set label 24 '2150805 支持中小企业发展和管理' at screen 0.33511,screen 0.34062 right noenhanced front font face.',14' tc rgb '#222222'
set label 25 '支出' at screen 0.33511,screen 0.31991 right noenhanced front font face.',14' tc rgb '#222222'
set label 26 '2130505 巩固脱贫攻坚成果衔接乡' at screen 0.33511,screen 0.29689 right noenhanced front font face.',14' tc rgb '#222222'
set label 27 '村振兴生产发展补助资金' at screen 0.33511,screen 0.27618 right noenhanced front font face.',14' tc rgb '#222222'
set label 28 '2011399 其他商贸事务支出' at screen 0.33511,screen 0.24281 right noenhanced front font face.',14' tc rgb '#222222'
set label 29 '2080501 行政单位离退休' at screen 0.33511,screen 0.19908 right noenhanced front font face.',14' tc rgb '#222222'
set label 30 '2010350 事业运行' at screen 0.33511,screen 0.15535 right noenhanced front font face.',14' tc rgb '#222222'
set label 31 '2024 年预算' at screen 0.33511,screen 0.11162 right noenhanced front font face.',14' tc rgb '#222222'
set arrow 1 from first 1400,first 18 to first 1400,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 32 '1,400' at first 1400,first 18 offset screen 0,screen -0.01381 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 2 from first 1600,first 18 to first 1600,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 33 '1,600' at first 1600,first 18 offset screen 0,screen -0.01381 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 1800,first 18 to first 1800,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 34 '1,800' at first 1800,first 18 offset screen 0,screen -0.01381 center noenhanced front font face.',13' tc rgb '#666666'
$bars0 << EOD
1400 1510 0.2368421053 0.7631578947
1400 1700.46 17.23684211 17.76315789
EOD
$bars1 << EOD
1693.05 1754.27 2.236842105 2.763157895
1754.27 1812.67 3.236842105 3.763157895
1854.85 1876.22 5.236842105 5.763157895
1850.47 1860.22 12.23684211 12.76315789
1835.93 1850.47 13.23684211 13.76315789
1707.98 1710.34 15.23684211 15.76315789
1700.46 1750.34 16.5 16.76315789
EOD
$bars2 << EOD
1812.67 1854.85 4.236842105 4.763157895
1860.22 1902.4 11.23684211 11.76315789
EOD
$bars3 << EOD
1510 1693.05 1.236842105 1.763157895
1876.22 1895.12 6.236842105 6.763157895
1700.46 1835.93 14.23684211 14.76315789
1700.46 1707.98 15.23684211 15.76315789
1710.34 1750.34 16.23684211 16.5
EOD
$bars4 << EOD
1895.12 1901.23 7.236842105 7.763157895
1901.23 1903.28 8.236842105 8.763157895
1903.28 1903.76 9.236842105 9.763157895
1902.4 1903.76 10.23684211 10.76315789
EOD
set label 35 '1,510.00' at first 1510,first 0.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set arrow 4 from first 1510,first 0.7631578947 to first 1510,first 1.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set arrow 5 from first 1407.69081,first 0.8421052632 to first 1417.945224,first 0.1578947368 nohead front lw 4 dt solid lc rgb '#FFFFFF'
set arrow 6 from first 1417.945224,first 0.8421052632 to first 1428.199638,first 0.1578947368 nohead front lw 4 dt solid lc rgb '#FFFFFF'
set label 36 '+183.05' at first 1693.05,first 1.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set arrow 7 from first 1693.05,first 1.763157895 to first 1693.05,first 2.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 37 '+61.22' at first 1754.27,first 2.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 8 from first 1754.27,first 2.763157895 to first 1754.27,first 3.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 38 '+58.40' at first 1812.67,first 3.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 9 from first 1812.67,first 3.763157895 to first 1812.67,first 4.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 39 '+42.18' at first 1854.85,first 4.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 10 from first 1854.85,first 4.763157895 to first 1854.85,first 5.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 40 '+21.37' at first 1876.22,first 5.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 11 from first 1876.22,first 5.763157895 to first 1876.22,first 6.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 41 '+18.90' at first 1895.12,first 6.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set arrow 12 from first 1895.12,first 6.763157895 to first 1895.12,first 7.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 42 '+6.11' at first 1901.23,first 7.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 13 from first 1901.23,first 7.763157895 to first 1901.23,first 8.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 43 '+2.05' at first 1903.28,first 8.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 14 from first 1903.28,first 8.763157895 to first 1903.28,first 9.236842105 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 44 '+0.48' at first 1903.76,first 9.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 15 from first 1903.76,first 9.763157895 to first 1903.76,first 10.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 45 '−1.36' at first 1903.76,first 10.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 16 from first 1902.4,first 10.76315789 to first 1902.4,first 11.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 46 '−42.18' at first 1902.4,first 11.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 17 from first 1860.22,first 11.76315789 to first 1860.22,first 12.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 47 '−9.75' at first 1860.22,first 12.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 18 from first 1850.47,first 12.76315789 to first 1850.47,first 13.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 48 '−14.54' at first 1850.47,first 13.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set arrow 19 from first 1835.93,first 13.76315789 to first 1835.93,first 14.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 49 '−135.47' at first 1835.93,first 14.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set arrow 20 from first 1700.46,first 14.76315789 to first 1700.46,first 15.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 50 '+9.88（未说明 +7.52）' at first 1710.34,first 15.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set arrow 21 from first 1710.34,first 15.76315789 to first 1710.34,first 16.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 51 '−9.88（未说明 +40.00）' at first 1750.34,first 16.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set arrow 22 from first 1700.46,first 16.76315789 to first 1700.46,first 17.23684211 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set label 52 '1,700.46' at first 1700.46,first 17.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set arrow 23 from first 1407.69081,first 17.84210526 to first 1417.945224,first 17.15789474 nohead front lw 4 dt solid lc rgb '#FFFFFF'
set arrow 24 from first 1417.945224,first 17.84210526 to first 1428.199638,first 17.15789474 nohead front lw 4 dt solid lc rgb '#FFFFFF'
plot $bars0 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#4D4D4D' fs solid 1.0 border lc rgb '#4D4D4D', \
     $bars1 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#0072B2' fs pattern 4 border lc rgb '#0072B2', \
     $bars2 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#009E73' fs pattern 2 border lc rgb '#009E73', \
     $bars3 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00', \
     $bars4 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
