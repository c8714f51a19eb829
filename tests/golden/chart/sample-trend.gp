unset key
unset border
unset tics
set style circle noclip
set label 1 '2024 年预算高出按前几年推算的区间' at screen 0.03333,screen 0.93421 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局部门预算支出总计，2016 至 2024 年' at screen 0.03333,screen 0.88462 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.88462 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 circle at screen 0.05972,screen 0.82389 size screen 0.00694 front lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2'
set label 4 '当年文件' at screen 0.07778,screen 0.82389 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 circle at screen 0.20417,screen 0.82389 size screen 0.00694 front lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#0072B2'
set label 5 '由下一年文件推得' at screen 0.22222,screen 0.82389 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 1 from screen 0.39444,screen 0.82389 to screen 0.43056,screen 0.82389 nohead front lw 1.6 dt (9,6) lc rgb '#D55E00'
set label 6 '对数线性趋势 每年 +5.7%' at screen 0.43889,screen 0.82389 left noenhanced front font face.',13' tc rgb '#666666'
set object 3 rectangle from screen 0.03333,screen 0.76215 to screen 0.06944,screen 0.78846 front fc rgb '#FBE7C0' fs solid 1.0 border lc rgb '#E69F00'
set label 7 '2024 年 95% 预测区间 1,111.85 至 1,333.08' at screen 0.07778,screen 0.7753 left noenhanced front font face.',13' tc rgb '#666666'
set label 8 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.0415 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.09356
set rmargin at screen 0.96667
set tmargin at screen 0.69838
set bmargin at screen 0.13158
set xrange [2015.368329:2024.631671]
set yrange [0:2000]
set arrow 2 from first 2015.368329,first 0 to first 2024.631671,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 9 '0' at first 2015.368329,first 0 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 2015.368329,first 500 to first 2024.631671,first 500 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 10 '500' at first 2015.368329,first 500 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 4 from first 2015.368329,first 1000 to first 2024.631671,first 1000 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 11 '1,000' at first 2015.368329,first 1000 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 5 from first 2015.368329,first 1500 to first 2024.631671,first 1500 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 12 '1,500' at first 2015.368329,first 1500 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 6 from first 2015.368329,first 2000 to first 2024.631671,first 2000 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 13 '2,000' at first 2015.368329,first 2000 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set label 14 '2024' at first 2024,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 15 '2023' at first 2023,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 16 '2022' at first 2022,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 17 '2021' at first 2021,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 18 '2020' at first 2020,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 19 '2019' at first 2019,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 20 '2018' at first 2018,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 21 '2017' at first 2017,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
set label 22 '2016' at first 2016,first 0 offset screen 0,screen -0.02834 center noenhanced front font face.',14' tc rgb '#222222'
$interval << EOD
2023.749496 2024.250504 1111.848527 1333.076004
EOD
$log_linear << EOD
2016 779.6716817
2016.333333 794.2840929
2016.666667 809.1703663
2017 824.3356345
2017.333333 839.7851264
2017.666667 855.5241687
2018 871.5581882
2018.333333 887.8927134
2018.666667 904.533376
2019 921.4859139
2019.333333 938.7561719
2019.666667 956.3501048
2020 974.2737787
2020.333333 992.5333737
2020.666667 1011.135185
2021 1030.085628
2021.333333 1049.391234
2021.666667 1069.058662
2022 1089.094691
2022.333333 1109.506231
2022.666667 1130.300319
2023 1151.484124
2023.333333 1173.064951
2023.666667 1195.05024
2024 1217.447572
EOD
$series << EOD
2016 780.2
2017 812.64
2018 905

2020 942.33
2021 1011.87
2022 1120.5
2023 1150
2024 1700.46
EOD
$filed << EOD
2016 780.2 0.07367763383
2017 812.64 0.07367763383
2021 1011.87 0.07367763383
2022 1120.5 0.07367763383
2023 1150 0.07367763383
EOD
$implied << EOD
2018 905 0.07367763383
2020 942.33 0.07367763383
EOD
$unusual << EOD
2024 1700.46 0.07367763383
EOD
set label 23 '780.20' at first 2016,first 780.2 offset screen 0,screen -0.03441 center noenhanced front font face.',14' tc rgb '#222222'
set label 24 '812.64' at first 2017,first 812.64 offset screen 0,screen -0.03441 center noenhanced front font face.',14' tc rgb '#222222'
set label 25 '905.00' at first 2018,first 905 offset screen 0,screen 0.03441 center noenhanced front font face.',14' tc rgb '#222222'
set label 26 '942.33' at first 2020,first 942.33 offset screen 0,screen -0.03441 center noenhanced front font face.',14' tc rgb '#222222'
set label 27 '1,011.87' at first 2021,first 1011.87 offset screen 0,screen -0.03441 center noenhanced front font face.',14' tc rgb '#222222'
set label 28 '1,120.50' at first 2022,first 1120.5 offset screen 0,screen 0.03441 center noenhanced front font face.',14' tc rgb '#222222'
set label 29 '1,150.00' at first 2023,first 1150 offset screen 0,screen -0.03441 center noenhanced front font face.',14' tc rgb '#222222'
set label 30 '1,700.46' at first 2024,first 1700.46 offset screen 0,screen 0.03441 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
plot $interval using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FBE7C0' fs solid 1.0 border lc rgb '#E69F00', \
     $log_linear using 1:2 with lines lw 1.6 dt (9,6) lc rgb '#D55E00', \
     $series using 1:2 with lines lw 2.5 dt solid lc rgb '#0072B2', \
     $filed using 1:2:3 with circles lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2', \
     $implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#0072B2', \
     $unusual using 1:2:3 with circles lw 2 fc rgb '#D55E00' fs solid border lc rgb '#D55E00'
