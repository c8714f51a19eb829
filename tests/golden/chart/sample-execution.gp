unset key
unset border
unset tics
set style circle noclip
set label 1 '2024 年支出决算 1,240.77 万元，只完成调整预算的 75.0%' at screen 0.03333,screen 0.92965 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局，支出，2019 至 2024 年' at screen 0.03333,screen 0.87662 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.87662 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 rectangle from screen 0.03333,screen 0.79762 to screen 0.06944,screen 0.82576 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 4 '年初预算' at screen 0.07778,screen 0.81169 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 1 from screen 0.17778,screen 0.81169 to screen 0.21389,screen 0.81169 nohead front lw 3 dt solid lc rgb '#222222'
set label 5 '调整预算' at screen 0.22222,screen 0.81169 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.32222,screen 0.79762 to screen 0.35833,screen 0.82576 front fc rgb '#0072B2' fs solid 1.0 border lc rgb '#0072B2'
set label 6 '决算' at screen 0.36667,screen 0.81169 left noenhanced front font face.',13' tc rgb '#666666'
set label 7 '* 空心：当年的表里没有这个数，由下一年文件推得。' at screen 0.03333,screen 0.08117 left noenhanced front font face.',12' tc rgb '#666666'
set label 8 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.04437 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.09389
set rmargin at screen 0.41224
set tmargin at screen 0.71645
set bmargin at screen 0.35281
set xrange [0:1700.46]
set yrange [6:0]
set label 9 '2019' at screen 0.08,screen 0.68615 right noenhanced front font face.',14' tc rgb '#222222'
set label 10 '2020' at screen 0.08,screen 0.62554 right noenhanced front font face.',14' tc rgb '#222222'
set label 11 '2021' at screen 0.08,screen 0.56494 right noenhanced front font face.',14' tc rgb '#222222'
set label 12 '2022' at screen 0.08,screen 0.50433 right noenhanced front font face.',14' tc rgb '#222222'
set label 13 '2023' at screen 0.08,screen 0.44372 right noenhanced front font face.',14' tc rgb '#222222'
set label 14 '2024' at screen 0.08,screen 0.38312 right noenhanced front font face.',14' tc rgb '#222222'
set arrow 2 from first 0,first 6 to first 0,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 15 '0' at first 0,first 6 offset screen 0,screen -0.02597 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 1000,first 6 to first 1000,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 16 '1,000' at first 1000,first 6 offset screen 0,screen -0.02597 center noenhanced front font face.',13' tc rgb '#666666'
set label 17 '占调整预算' at screen 0.96667,screen 0.74242 right noenhanced front font face.',13' tc rgb '#666666'
set label 18 '占年初预算' at screen 0.85417,screen 0.74242 right noenhanced front font face.',13' tc rgb '#666666'
set label 19 '决算' at screen 0.74167,screen 0.74242 right noenhanced front font face.',13' tc rgb '#666666'
set label 20 '调整预算' at screen 0.62157,screen 0.74242 right noenhanced front font face.',13' tc rgb '#666666'
set label 21 '年初预算' at screen 0.5169,screen 0.74242 right noenhanced front font face.',13' tc rgb '#666666'
set label 22 '—' at screen 0.96667,screen 0.68615 right noenhanced front font face.',14' tc rgb '#222222'
set label 23 '—' at screen 0.85417,screen 0.68615 right noenhanced front font face.',14' tc rgb '#222222'
set label 24 '—' at screen 0.74167,screen 0.68615 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 25 '—' at screen 0.62157,screen 0.68615 right noenhanced front font face.',14' tc rgb '#222222'
set label 26 '942.33*' at screen 0.5169,screen 0.68615 right noenhanced front font face.',14' tc rgb '#222222'
set label 27 '—' at screen 0.96667,screen 0.62554 right noenhanced front font face.',14' tc rgb '#222222'
set label 28 '97.8%' at screen 0.85417,screen 0.62554 right noenhanced front font face.',14' tc rgb '#222222'
set label 29 '990.02' at screen 0.74167,screen 0.62554 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 30 '—' at screen 0.62157,screen 0.62554 right noenhanced front font face.',14' tc rgb '#222222'
set label 31 '1,011.87' at screen 0.5169,screen 0.62554 right noenhanced front font face.',14' tc rgb '#222222'
set label 32 '—' at screen 0.96667,screen 0.56494 right noenhanced front font face.',14' tc rgb '#222222'
set label 33 '—' at screen 0.85417,screen 0.56494 right noenhanced front font face.',14' tc rgb '#222222'
set label 34 '—' at screen 0.74167,screen 0.56494 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 35 '—' at screen 0.62157,screen 0.56494 right noenhanced front font face.',14' tc rgb '#222222'
set label 36 '—' at screen 0.5169,screen 0.56494 right noenhanced front font face.',14' tc rgb '#222222'
set label 37 '99.7%' at screen 0.96667,screen 0.50433 right noenhanced front font face.',14' tc rgb '#222222'
set label 38 '105.9%' at screen 0.85417,screen 0.50433 right noenhanced front font face.',14' tc rgb '#222222'
set label 39 '1,398.00' at screen 0.74167,screen 0.50433 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 40 '1,402.66' at screen 0.62157,screen 0.50433 right noenhanced front font face.',14' tc rgb '#222222'
set label 41 '1,320.50' at screen 0.5169,screen 0.50433 right noenhanced front font face.',14' tc rgb '#222222'
set label 42 '—' at screen 0.96667,screen 0.44372 right noenhanced front font face.',14' tc rgb '#222222'
set label 43 '—' at screen 0.85417,screen 0.44372 right noenhanced front font face.',14' tc rgb '#222222'
set label 44 '1,466.31*' at screen 0.74167,screen 0.44372 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 45 '—' at screen 0.62157,screen 0.44372 right noenhanced front font face.',14' tc rgb '#222222'
set label 46 '—' at screen 0.5169,screen 0.44372 right noenhanced front font face.',14' tc rgb '#222222'
set label 47 '75.0%' at screen 0.96667,screen 0.38312 right noenhanced front font face.',14' tc rgb '#222222'
set label 48 '73.0%' at screen 0.85417,screen 0.38312 right noenhanced front font face.',14' tc rgb '#222222'
set label 49 '1,240.77' at screen 0.74167,screen 0.38312 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 50 '1,655.00' at screen 0.62157,screen 0.38312 right noenhanced front font face.',14' tc rgb '#222222'
set label 51 '1,700.46' at screen 0.5169,screen 0.38312 right noenhanced front font face.',14' tc rgb '#222222'
$approved << EOD
0 1011.87 1.196428571 1.803571429
0 1320.5 3.196428571 3.803571429
0 1700.46 5.196428571 5.803571429
EOD
$approved_implied << EOD
0 942.33 0.1964285714 0.8035714286
EOD
$executed << EOD
0 990.02 1.348214286 1.651785714
0 1398 3.348214286 3.651785714
0 1240.77 5.348214286 5.651785714
EOD
$executed_implied << EOD
0 1466.31 4.348214286 4.651785714
EOD
set arrow 4 from first 1402.66,first 3.196428571 to first 1402.66,first 3.803571429 nohead front lw 3 dt solid lc rgb '#222222'
set arrow 5 from first 1655,first 5.196428571 to first 1655,first 5.803571429 nohead front lw 3 dt solid lc rgb '#222222'
set label 52 '2024 年偏离预算最大的科目（按金额）' at screen 0.03333,screen 0.25216 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 53 '2011399 其他商贸事务支出' at screen 0.03333,screen 0.19805 left noenhanced front font face.',14' tc rgb '#222222'
set label 54 '66.8%' at screen 0.96667,screen 0.19805 right noenhanced front font face.',14' tc rgb '#222222'
set label 55 '64.3%' at screen 0.85417,screen 0.19805 right noenhanced front font face.',14' tc rgb '#222222'
set label 56 '760.20' at screen 0.74167,screen 0.19805 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 57 '1,137.59' at screen 0.62157,screen 0.19805 right noenhanced front font face.',14' tc rgb '#222222'
set label 58 '1,183.05' at screen 0.5169,screen 0.19805 right noenhanced front font face.',14' tc rgb '#222222'
set label 59 '2130505 巩固脱贫攻坚成果衔接乡村振…' at screen 0.03333,screen 0.14394 left noenhanced front font face.',14' tc rgb '#222222'
set label 60 '100.0%' at screen 0.96667,screen 0.14394 right noenhanced front font face.',14' tc rgb '#222222'
set label 61 '—' at screen 0.85417,screen 0.14394 right noenhanced front font face.',14' tc rgb '#222222'
set label 62 '20.41' at screen 0.74167,screen 0.14394 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 63 '20.41' at screen 0.62157,screen 0.14394 right noenhanced front font face.',14' tc rgb '#222222'
set label 64 '0.00' at screen 0.5169,screen 0.14394 right noenhanced front font face.',14' tc rgb '#222222'
plot $approved using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $approved_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#8C8C8C', \
     $executed using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#0072B2' fs solid 1.0 border lc rgb '#0072B2', \
     $executed_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#0072B2'
