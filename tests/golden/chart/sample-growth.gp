unset key
unset border
unset tics
set style circle noclip
set label 1 '行政运行增长 209.3%，其余科目都在 ±42% 以内' at screen 0.03333,screen 0.95602 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局 2024 年部门预算，对 2023 年可比数' at screen 0.03333,screen 0.92287 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.92287 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 rectangle from screen 0.03333,screen 0.87348 to screen 0.06944,screen 0.89107 front fc rgb '#0072B2' fs solid 1.0 border lc rgb '#0072B2'
set label 4 '增加' at screen 0.07778,screen 0.88227 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.14167,screen 0.87348 to screen 0.17778,screen 0.89107 front fc rgb '#D55E00' fs pattern 4 border lc rgb '#D55E00'
set label 5 '减少' at screen 0.18611,screen 0.88227 left noenhanced front font face.',13' tc rgb '#666666'
set label 6 '带断口的条超出横轴，未按比例画出；增长率以右侧数字为准。' at screen 0.03333,screen 0.05074 left noenhanced front font face.',12' tc rgb '#666666'
set label 7 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.02774 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.349
set rmargin at screen 0.75965
set tmargin at screen 0.82544
set bmargin at screen 0.10555
set xrange [-41.60228898:50]
set yrange [14:0]
set label 8 '2011301 行政运行' at screen 0.33511,screen 0.79973 right noenhanced front font face.',14' tc rgb '#222222'
set label 9 '2101101 行政单位医疗' at screen 0.33511,screen 0.74831 right noenhanced front font face.',14' tc rgb '#222222'
set label 10 '2080505 机关事业单位基本养老保' at screen 0.33511,screen 0.70907 right noenhanced front font face.',14' tc rgb '#222222'
set label 11 '险缴费支出' at screen 0.33511,screen 0.68471 right noenhanced front font face.',14' tc rgb '#222222'
set label 12 '2010302 一般行政管理事务' at screen 0.33511,screen 0.64547 right noenhanced front font face.',14' tc rgb '#222222'
set label 13 '2210201 住房公积金' at screen 0.33511,screen 0.59405 right noenhanced front font face.',14' tc rgb '#222222'
set label 14 '2080506 机关事业单位职业年金缴' at screen 0.33511,screen 0.5548 right noenhanced front font face.',14' tc rgb '#222222'
set label 15 '费支出' at screen 0.33511,screen 0.53045 right noenhanced front font face.',14' tc rgb '#222222'
set label 16 '2101103 公务员医疗补助' at screen 0.33511,screen 0.4912 right noenhanced front font face.',14' tc rgb '#222222'
set label 17 '2080899 其他优抚支出' at screen 0.33511,screen 0.43978 right noenhanced front font face.',14' tc rgb '#222222'
set label 18 '2011399 其他商贸事务支出' at screen 0.33511,screen 0.38836 right noenhanced front font face.',14' tc rgb '#222222'
set label 19 '2150805 支持中小企业发展和管理' at screen 0.33511,screen 0.34912 right noenhanced front font face.',14' tc rgb '#222222'
set label 20 '支出' at screen 0.33511,screen 0.32476 right noenhanced front font face.',14' tc rgb '#222222'
set label 21 '2080502 事业单位离退休' at screen 0.33511,screen 0.28552 right noenhanced front font face.',14' tc rgb '#222222'
set label 22 '2101102 事业单位医疗' at screen 0.33511,screen 0.2341 right noenhanced front font face.',14' tc rgb '#222222'
set label 23 '2130505 巩固脱贫攻坚成果衔接乡' at screen 0.33511,screen 0.19486 right noenhanced front font face.',14' tc rgb '#222222'
set label 24 '村振兴生产发展补助资金' at screen 0.33511,screen 0.1705 right noenhanced front font face.',14' tc rgb '#222222'
set label 25 '2011308 招商引资' at screen 0.33511,screen 0.13126 right noenhanced front font face.',14' tc rgb '#222222'
set arrow 1 from first -40,first 14 to first -40,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 26 '−40%' at first -40,first 14 offset screen 0,screen -0.01624 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 2 from first -20,first 14 to first -20,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 27 '−20%' at first -20,first 14 offset screen 0,screen -0.01624 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 0,first 14 to first 0,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 28 '0%' at first 0,first 14 offset screen 0,screen -0.01624 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 4 from first 20,first 14 to first 20,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 29 '20%' at first 20,first 14 offset screen 0,screen -0.01624 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 5 from first 40,first 14 to first 40,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 30 '40%' at first 40,first 14 offset screen 0,screen -0.01624 center noenhanced front font face.',13' tc rgb '#666666'
$up << EOD
0 50 0.2368421053 0.7631578947
0 24.32432432 1.236842105 1.763157895
0 19.00329371 2.236842105 2.763157895
0 18.9 3.236842105 3.763157895
0 16.4516129 4.236842105 4.763157895
0 8.791666667 5.236842105 5.763157895
EOD
$down << EOD
-4 0 7.236842105 7.763157895
-10.27439857 0 8.236842105 8.763157895
-21.66666667 0 9.236842105 9.763157895
-24.90842491 0 10.23684211 10.76315789
-41.6 0 11.23684211 11.76315789
-41.60228898 0 12.23684211 12.76315789
EOD
set arrow 6 from first 42.56446762,first 0.8421052632 to first 45.04297841,first 0.1578947368 nohead front lw 4 dt solid lc rgb '#FFFFFF'
set arrow 7 from first 45.04297841,first 0.8421052632 to first 47.52148921,first 0.1578947368 nohead front lw 4 dt solid lc rgb '#FFFFFF'
set label 31 '上年为零' at first 0,first 13.5 offset screen 0.00833,screen 0 left noenhanced front font face.',13' tc rgb '#666666'
set label 32 '增长率' at screen 0.86822,screen 0.84032 right noenhanced front font face.',13' tc rgb '#666666'
set label 33 '增减额' at screen 0.96667,screen 0.84032 right noenhanced front font face.',13' tc rgb '#666666'
set label 34 '+209.3%' at screen 0.86822,screen 0.79973 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 35 '+183.05' at screen 0.96667,screen 0.79973 right noenhanced front font face.',14' tc rgb '#222222'
set label 36 '+24.3%' at screen 0.86822,screen 0.74831 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 37 '+10.26' at screen 0.96667,screen 0.74831 right noenhanced front font face.',14' tc rgb '#222222'
set label 38 '+19.0%' at screen 0.86822,screen 0.69689 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 39 '+13.27' at screen 0.96667,screen 0.69689 right noenhanced front font face.',14' tc rgb '#222222'
set label 40 '+18.9%' at screen 0.86822,screen 0.64547 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 41 '+18.90' at screen 0.96667,screen 0.64547 right noenhanced front font face.',14' tc rgb '#222222'
set label 42 '+16.5%' at screen 0.86822,screen 0.59405 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 43 '+8.67' at screen 0.96667,screen 0.59405 right noenhanced front font face.',14' tc rgb '#222222'
set label 44 '+8.8%' at screen 0.86822,screen 0.54263 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 45 '+2.11' at screen 0.96667,screen 0.54263 right noenhanced front font face.',14' tc rgb '#222222'
set label 46 '0.0%' at screen 0.86822,screen 0.4912 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 47 '0.00' at screen 0.96667,screen 0.4912 right noenhanced front font face.',14' tc rgb '#222222'
set label 48 '−4.0%' at screen 0.86822,screen 0.43978 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 49 '−0.02' at screen 0.96667,screen 0.43978 right noenhanced front font face.',14' tc rgb '#222222'
set label 50 '−10.3%' at screen 0.86822,screen 0.38836 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 51 '−135.47' at screen 0.96667,screen 0.38836 right noenhanced front font face.',14' tc rgb '#222222'
set label 52 '−21.7%' at screen 0.86822,screen 0.33694 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 53 '−9.75' at screen 0.96667,screen 0.33694 right noenhanced front font face.',14' tc rgb '#222222'
set label 54 '−24.9%' at screen 0.86822,screen 0.28552 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 55 '−1.36' at screen 0.96667,screen 0.28552 right noenhanced front font face.',14' tc rgb '#222222'
set label 56 '−41.6%' at screen 0.86822,screen 0.2341 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 57 '−20.80' at screen 0.96667,screen 0.2341 right noenhanced front font face.',14' tc rgb '#222222'
set label 58 '−41.6%' at screen 0.86822,screen 0.18268 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 59 '−14.54' at screen 0.96667,screen 0.18268 right noenhanced front font face.',14' tc rgb '#222222'
set label 60 '新增' at screen 0.86822,screen 0.13126 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 61 '+58.40' at screen 0.96667,screen 0.13126 right noenhanced front font face.',14' tc rgb '#222222'
plot $up using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#0072B2' fs solid 1.0 border lc rgb '#0072B2', \
     $down using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#D55E00' fs pattern 4 border lc rgb '#D55E00'
