unset key
unset border
unset tics
set style circle noclip
set label 1 '结转结余占预算的比重由 9.3% 升到 69.6%' at screen 0.03333,screen 0.92092 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局部门预算，2020 至 2024 年' at screen 0.03333,screen 0.86131 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.86131 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 rectangle from screen 0.03333,screen 0.77251 to screen 0.06944,screen 0.80414 front fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00'
set label 4 '结转两年以上' at screen 0.07778,screen 0.78832 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 1 from screen 0.21389,screen 0.78832 to screen 0.25,screen 0.78832 nohead front lw 3 dt solid lc rgb '#222222'
set label 5 '两年线' at screen 0.25833,screen 0.78832 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.34028,screen 0.77251 to screen 0.37639,screen 0.80414 front fc rgb '#D55E00' fs pattern 4 border lc rgb '#D55E00'
set label 6 '结转一年' at screen 0.38472,screen 0.78832 left noenhanced front font face.',13' tc rgb '#666666'
set object 3 rectangle from screen 0.48472,screen 0.77251 to screen 0.52083,screen 0.80414 front fc rgb '#666666' fs pattern 7 border lc rgb '#666666'
set label 7 '结转年限不明' at screen 0.52917,screen 0.78832 left noenhanced front font face.',13' tc rgb '#666666'
set object 4 rectangle from screen 0.66528,screen 0.77251 to screen 0.70139,screen 0.80414 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 8 '预算总额' at screen 0.70972,screen 0.78832 left noenhanced front font face.',13' tc rgb '#666666'
set label 9 '两年线以左：连续两年未用完的资金，按规定应作为结余收回。' at screen 0.03333,screen 0.17397 left noenhanced front font face.',12' tc rgb '#666666'
set label 10 '年限不明：材料没有列出结转项目，或从名称、说明和上年结转看不出是哪一年的钱。' at screen 0.03333,screen 0.1326 left noenhanced front font face.',12' tc rgb '#666666'
set label 11 '* 空心：当年的表里没有这个数，由下一年文件推得。' at screen 0.03333,screen 0.09124 left noenhanced front font face.',12' tc rgb '#666666'
set label 12 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.04988 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.09389
set rmargin at screen 0.52943
set tmargin at screen 0.68127
set bmargin at screen 0.27251
set xrange [0:1700.46]
set yrange [6:0]
set label 13 '2019' at screen 0.08,screen 0.6472 right noenhanced front font face.',14' tc rgb '#222222'
set label 14 '2020' at screen 0.08,screen 0.57908 right noenhanced front font face.',14' tc rgb '#222222'
set label 15 '2021' at screen 0.08,screen 0.51095 right noenhanced front font face.',14' tc rgb '#222222'
set label 16 '2022' at screen 0.08,screen 0.44282 right noenhanced front font face.',14' tc rgb '#222222'
set label 17 '2023' at screen 0.08,screen 0.3747 right noenhanced front font face.',14' tc rgb '#222222'
set label 18 '2024' at screen 0.08,screen 0.30657 right noenhanced front font face.',14' tc rgb '#222222'
set arrow 2 from first 0,first 6 to first 0,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 19 '0' at first 0,first 6 offset screen 0,screen -0.0292 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 500,first 6 to first 500,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 20 '500' at first 500,first 6 offset screen 0,screen -0.0292 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 4 from first 1000,first 6 to first 1000,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 21 '1,000' at first 1000,first 6 offset screen 0,screen -0.0292 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 5 from first 1500,first 6 to first 1500,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 22 '1,500' at first 1500,first 6 offset screen 0,screen -0.0292 center noenhanced front font face.',13' tc rgb '#666666'
set label 23 '占比' at screen 0.96667,screen 0.71046 right noenhanced front font face.',13' tc rgb '#666666'
set label 24 '预算总额' at screen 0.88475,screen 0.71046 right noenhanced front font face.',13' tc rgb '#666666'
set label 25 '其中两年以上' at screen 0.78008,screen 0.71046 right noenhanced front font face.',13' tc rgb '#666666'
set label 26 '结转结余' at screen 0.64953,screen 0.71046 right noenhanced front font face.',13' tc rgb '#666666'
set label 27 '9.3%' at screen 0.96667,screen 0.6472 right noenhanced front font face.',14' tc rgb '#222222'
set label 28 '942.33*' at screen 0.88475,screen 0.6472 right noenhanced front font face.',14' tc rgb '#222222'
set label 29 '—' at screen 0.78008,screen 0.6472 right noenhanced front font face.',14' tc rgb '#222222'
set label 30 '88.10*' at screen 0.64953,screen 0.6472 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 31 '11.9%' at screen 0.96667,screen 0.57908 right noenhanced front font face.',14' tc rgb '#222222'
set label 32 '1,011.87' at screen 0.88475,screen 0.57908 right noenhanced front font face.',14' tc rgb '#222222'
set label 33 '不明' at screen 0.78008,screen 0.57908 right noenhanced front font face.',14' tc rgb '#222222'
set label 34 '120.45' at screen 0.64953,screen 0.57908 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 35 '—' at screen 0.96667,screen 0.51095 right noenhanced front font face.',14' tc rgb '#222222'
set label 36 '—' at screen 0.88475,screen 0.51095 right noenhanced front font face.',14' tc rgb '#222222'
set label 37 '—' at screen 0.78008,screen 0.51095 right noenhanced front font face.',14' tc rgb '#222222'
set label 38 '—' at screen 0.64953,screen 0.51095 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 39 '30.5%' at screen 0.96667,screen 0.44282 right noenhanced front font face.',14' tc rgb '#222222'
set label 40 '1,320.50' at screen 0.88475,screen 0.44282 right noenhanced front font face.',14' tc rgb '#222222'
set label 41 '52.18' at screen 0.78008,screen 0.44282 right noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 42 '402.18' at screen 0.64953,screen 0.44282 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 43 '66.2%' at screen 0.96667,screen 0.3747 right noenhanced front font face.',14' tc rgb '#222222'
set label 44 '1,510.00' at screen 0.88475,screen 0.3747 right noenhanced front font face.',14' tc rgb '#222222'
set label 45 '—' at screen 0.78008,screen 0.3747 right noenhanced front font face.',14' tc rgb '#222222'
set label 46 '1,000.00*' at screen 0.64953,screen 0.3747 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 47 '69.6%' at screen 0.96667,screen 0.30657 right noenhanced front font face.',14' tc rgb '#222222'
set label 48 '1,700.46' at screen 0.88475,screen 0.30657 right noenhanced front font face.',14' tc rgb '#222222'
set label 49 '502.00' at screen 0.78008,screen 0.30657 right noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 50 '1,183.05' at screen 0.64953,screen 0.30657 right noenhanced front font face.':Bold,14' tc rgb '#222222'
$budget << EOD
0 1011.87 1.196428571 1.803571429
0 1320.5 3.196428571 3.803571429
0 1510 4.196428571 4.803571429
0 1700.46 5.196428571 5.803571429
EOD
$budget_implied << EOD
0 942.33 0.1964285714 0.8035714286
EOD
$two_years << EOD
0 52.18 3.33 3.67
0 502 5.33 5.67
EOD
$one_year << EOD
52.18 352.18 3.33 3.67
502 1183.05 5.33 5.67
EOD
$age_unknown << EOD
0 120.45 1.33 1.67
352.18 402.18 3.33 3.67
EOD
$carryover_implied << EOD
0 88.1 0.33 0.67
0 1000 4.33 4.67
EOD
set arrow 6 from first 52.18,first 3.196428571 to first 52.18,first 3.803571429 nohead front lw 3 dt solid lc rgb '#222222'
set arrow 7 from first 502,first 5.196428571 to first 502,first 5.803571429 nohead front lw 3 dt solid lc rgb '#222222'
plot $budget using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $budget_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#8C8C8C', \
     $two_years using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00', \
     $one_year using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#D55E00' fs pattern 4 border lc rgb '#D55E00', \
     $age_unknown using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#666666' fs pattern 7 border lc rgb '#666666', \
     $carryover_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#D55E00'
