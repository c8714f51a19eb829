unset key
unset border
unset tics
set style circle noclip
set label 1 '支出由 2019 年的 930.00 增至 2024 年的 1,700.46 万元' at screen 0.03333,screen 0.93879 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局，支出按功能分类' at screen 0.03333,screen 0.89266 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.89266 right noenhanced front font face.',14' tc rgb '#666666'
set label 4 '柱顶：合计，及比上年的增长。' at screen 0.03333,screen 0.13465 left noenhanced front font face.',12' tc rgb '#666666'
set label 5 '* 空心：该年没有自己的文件或没有这个数，由下一年文件推得。' at screen 0.03333,screen 0.10264 left noenhanced front font face.',12' tc rgb '#666666'
set label 6 '灰色不分段的柱：只知道合计，各组成部分不全。' at screen 0.03333,screen 0.07062 left noenhanced front font face.',12' tc rgb '#666666'
set label 7 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.03861 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.03333
set rmargin at screen 0.71667
set tmargin at screen 0.7646
set bmargin at screen 0.21846
set xrange [2018.5:2024.5]
set yrange [0:1700.46]
$part1 << EOD
2019.66 2020.34 0 640
2022.66 2023.34 0 700
2023.66 2024.34 0 1000
EOD
$part1_implied << EOD
2018.66 2019.34 0 600
EOD
$part2 << EOD
2019.66 2020.34 640 800
2022.66 2023.34 700 1000
2023.66 2024.34 1000 1280
EOD
$part2_implied << EOD
2018.66 2019.34 600 750
EOD
$part3 << EOD
2019.66 2020.34 800 890
2022.66 2023.34 1000 1200
2023.66 2024.34 1280 1430
EOD
$part3_implied << EOD
2018.66 2019.34 750 830
EOD
$part4 << EOD
2019.66 2020.34 890 960
2022.66 2023.34 1200 1320
2023.66 2024.34 1430 1560
EOD
$part4_implied << EOD
2018.66 2019.34 830 890
EOD
$part5 << EOD
2019.66 2020.34 960 985
2022.66 2023.34 1320 1420
2023.66 2024.34 1560 1640
EOD
$part5_implied << EOD
2018.66 2019.34 890 910
EOD
$part6 << EOD
2019.66 2020.34 985 1011.87
2022.66 2023.34 1420 1510
2023.66 2024.34 1640 1700.46
EOD
$part6_implied << EOD
2018.66 2019.34 910 930
EOD
$whole << EOD
2020.66 2021.34 0 1120.5
EOD
set arrow 1 from first 2018.5,first 0 to first 2024.5,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 8 '930.00' at first 2019,first 930 offset screen 0,screen 0.02072 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 9 '1,011.87' at first 2020,first 1011.87 offset screen 0,screen 0.02072 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 10 '+8.8%' at first 2020,first 1011.87 offset screen 0,screen 0.05461 center noenhanced front font face.',13' tc rgb '#666666'
set label 11 '1,120.50' at first 2021,first 1120.5 offset screen 0,screen 0.02072 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 12 '+10.7%' at first 2021,first 1120.5 offset screen 0,screen 0.05461 center noenhanced front font face.',13' tc rgb '#666666'
set label 13 '1,510.00' at first 2023,first 1510 offset screen 0,screen 0.02072 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 14 '1,700.46' at first 2024,first 1700.46 offset screen 0,screen 0.02072 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 15 '+12.6%' at first 2024,first 1700.46 offset screen 0,screen 0.05461 center noenhanced front font face.',13' tc rgb '#666666'
set label 16 '2019*' at screen 0.09028,screen 0.19209 center noenhanced front font face.',14' tc rgb '#222222'
set label 17 '2020' at screen 0.20417,screen 0.19209 center noenhanced front font face.',14' tc rgb '#222222'
set label 18 '2021' at screen 0.31806,screen 0.19209 center noenhanced front font face.',14' tc rgb '#222222'
set label 19 '2022' at screen 0.43194,screen 0.19209 center noenhanced front font face.',13' tc rgb '#666666'
set label 20 '缺' at screen 0.43194,screen 0.24482 center noenhanced front font face.',13' tc rgb '#666666'
set label 21 '2023' at screen 0.54583,screen 0.19209 center noenhanced front font face.',14' tc rgb '#222222'
set label 22 '2024' at screen 0.65972,screen 0.19209 center noenhanced front font face.',14' tc rgb '#222222'
set arrow 2 from first 2024.376585,first 1670.23 to first 2024.510732,first 1670.23 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set object 1 rectangle from screen 0.72344,screen 0.75865 to screen 0.74567,screen 0.78502 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 23 '其余 2 项' at screen 0.754,screen 0.77184 left noenhanced front font face.',14' tc rgb '#222222'
set label 24 '60.46（3.6%）' at screen 0.754,screen 0.73794 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 2024.376585,first 1600 to first 2024.510732,first 1377.047241 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set object 2 rectangle from screen 0.72344,screen 0.66449 to screen 0.74567,screen 0.69086 front fc rgb '#CC79A7' fs pattern 1 border lc rgb '#CC79A7'
set label 25 '文化旅游体育与传媒支' at screen 0.754,screen 0.69462 left noenhanced front font face.',14' tc rgb '#222222'
set label 26 '出' at screen 0.754,screen 0.66072 left noenhanced front font face.',14' tc rgb '#222222'
set label 27 '80.00（4.7%）' at screen 0.754,screen 0.62683 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 4 from first 2024.376585,first 1495 to first 2024.510732,first 1083.864483 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set object 3 rectangle from screen 0.72344,screen 0.57033 to screen 0.74567,screen 0.59669 front fc rgb '#4D4D4D' fs solid 1.0 border lc rgb '#FFFFFF'
set label 28 '卫生健康支出' at screen 0.754,screen 0.58351 left noenhanced front font face.',14' tc rgb '#222222'
set label 29 '130.00（7.6%）' at screen 0.754,screen 0.54961 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 5 from first 2024.376585,first 1355 to first 2024.510732,first 843.4546207 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set object 4 rectangle from screen 0.72344,screen 0.49312 to screen 0.74567,screen 0.51948 front fc rgb '#009E73' fs pattern 4 border lc rgb '#009E73'
set label 30 '住房保障支出' at screen 0.754,screen 0.5063 left noenhanced front font face.',14' tc rgb '#222222'
set label 31 '150.00（8.8%）' at screen 0.754,screen 0.4724 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 6 from first 2024.376585,first 1140 to first 2024.510732,first 603.0447586 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set object 5 rectangle from screen 0.72344,screen 0.4159 to screen 0.74567,screen 0.44227 front fc rgb '#E69F00' fs solid 1.0 border lc rgb '#FFFFFF'
set label 32 '社会保障和就业支出' at screen 0.754,screen 0.42909 left noenhanced front font face.',14' tc rgb '#222222'
set label 33 '280.00（16.5%）' at screen 0.754,screen 0.39519 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 7 from first 2024.376585,first 500 to first 2024.510732,first 362.6348966 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set object 6 rectangle from screen 0.72344,screen 0.33869 to screen 0.74567,screen 0.36506 front fc rgb '#0072B2' fs solid 1.0 border lc rgb '#FFFFFF'
set label 34 '一般公共服务支出' at screen 0.754,screen 0.35187 left noenhanced front font face.',14' tc rgb '#222222'
set label 35 '1,000.00（58.8%）' at screen 0.754,screen 0.31797 left noenhanced front font face.',13' tc rgb '#666666'
plot $part1 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#0072B2' fs solid 1.0 border lc rgb '#FFFFFF', \
     $part1_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#0072B2', \
     $part2 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E69F00' fs solid 1.0 border lc rgb '#FFFFFF', \
     $part2_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#E69F00', \
     $part3 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#009E73' fs pattern 4 border lc rgb '#009E73', \
     $part3_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#009E73', \
     $part4 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#4D4D4D' fs solid 1.0 border lc rgb '#FFFFFF', \
     $part4_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#4D4D4D', \
     $part5 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#CC79A7' fs pattern 1 border lc rgb '#CC79A7', \
     $part5_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#CC79A7', \
     $part6 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $part6_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#8C8C8C', \
     $whole using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#8C8C8C' fs solid 1.0 border lc rgb '#FFFFFF'
