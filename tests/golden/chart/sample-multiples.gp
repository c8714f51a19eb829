unset key
unset border
unset tics
set style circle noclip
set label 1 '2024 年 3 个科目中 1 个超出往年推算的区间' at screen 0.03333,screen 0.94775 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局部门预算，2017 至 2024 年' at screen 0.03333,screen 0.90836 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.90836 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 circle at screen 0.05972,screen 0.86013 size screen 0.00694 front lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2'
set label 4 '当年文件' at screen 0.07778,screen 0.86013 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 circle at screen 0.20417,screen 0.86013 size screen 0.00694 front lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#0072B2'
set label 5 '由下一年文件推得' at screen 0.22222,screen 0.86013 left noenhanced front font face.',13' tc rgb '#666666'
set object 3 circle at screen 0.42083,screen 0.86013 size screen 0.00694 front lw 2 fc rgb '#D55E00' fs solid border lc rgb '#D55E00'
set label 6 '超出往年推算' at screen 0.43889,screen 0.86013 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 1 from screen 0.575,screen 0.86013 to screen 0.61111,screen 0.86013 nohead front lw 2 dt (4,3) lc rgb '#009E73'
set label 7 'Theil–Sen 趋势' at screen 0.61944,screen 0.86013 left noenhanced front font face.',13' tc rgb '#666666'
set object 4 rectangle from screen 0.78733,screen 0.84968 to screen 0.82344,screen 0.87058 front fc rgb '#FBE7C0' fs solid 1.0 border lc rgb '#E69F00'
set label 8 '95 % 预测区间' at screen 0.83178,screen 0.86013 left noenhanced front font face.',13' tc rgb '#666666'
set label 9 '各小图年份轴相同；金额轴各自从零起，左上角是顶线的金额，不可跨图比高低。图上方：末年金额、比上年增幅。' at screen 0.03333,screen 0.14228 left noenhanced front font face.',12' tc rgb '#666666'
set label 10 '趋势线和区间只用末年之前的各年推算，至少三年。即使一切如常，每 20 个科目也约有 1 个落在区间之外。' at screen 0.03333,screen 0.11495 left noenhanced front font face.',12' tc rgb '#666666'
set label 11 '有的区间超出图幅，未全部画出，以文字为准。' at screen 0.03333,screen 0.08762 left noenhanced front font face.',12' tc rgb '#666666'
set label 12 '另有 3 个科目没有画出。' at screen 0.03333,screen 0.06029 left noenhanced front font face.',12' tc rgb '#666666'
set label 13 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.03296 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:720]
set yrange [622:0]
set label 14 '2011301 行政运行' at screen 0.03333,screen 0.78457 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 15 '270.50' at screen 0.03333,screen 0.7508 left noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 16 '+194.0%' at screen 0.32222,screen 0.7508 right noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 17 '应在 93.10–95.20' at screen 0.03333,screen 0.72026 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 2 from first 24,first 200 to first 232,first 200 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 18 '300' at screen 0.03333,screen 0.69051 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 24,first 292 to first 232,first 292 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 19 '2024' at screen 0.30056,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 20 '2022' at screen 0.23254,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 21 '2020' at screen 0.15952,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 22 '2018' at screen 0.08651,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
$expected1 << EOD
2023.695652 2024.304348 93.1 95.2
EOD
$trend1 << EOD
2017 80
2024 94
EOD
$series1 << EOD
2017 80
2018 82
2019 84
2020 86
2021 88
2022 90
2023 92
2024 270.5
EOD
$filed1 << EOD
2017 80
2018 82
2020 86
2021 88
2022 90
2023 92
EOD
$implied1 << EOD
2019 84
EOD
$unusual1 << EOD
2024 270.5
EOD
set label 23 '2130505 巩固脱贫攻坚成果衔' at screen 0.35556,screen 0.8135 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 24 '接乡村振兴生产发展补助资金' at screen 0.35556,screen 0.78457 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 25 '5.00' at screen 0.35556,screen 0.7508 left noenhanced front font face.',14' tc rgb '#222222'
set label 26 '−58.3%' at screen 0.64444,screen 0.7508 right noenhanced front font face.',14' tc rgb '#222222'
set label 27 '应在 1.20–900.00' at screen 0.35556,screen 0.72026 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 4 from first 256,first 200 to first 464,first 200 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 28 '150' at screen 0.35556,screen 0.69051 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 5 from first 256,first 292 to first 464,first 292 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 29 '2024' at screen 0.62278,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 30 '2022' at screen 0.55476,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 31 '2020' at screen 0.48175,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 32 '2018' at screen 0.40873,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
$expected2 << EOD
2023.695652 2024.304348 1.2 120
EOD
$trend2 << EOD
2017 60
2024 4
EOD
$series2 << EOD
2017 60
2018 50

2021 30
2022 20
2023 12
2024 5
EOD
$filed2 << EOD
2017 60
2018 50
2021 30
2022 20
2023 12
2024 5
EOD
set label 33 '2080899 其他优抚支出' at screen 0.67778,screen 0.78457 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 34 '0.51' at screen 0.67778,screen 0.7508 left noenhanced front font face.',14' tc rgb '#222222'
set label 35 '+6.2%' at screen 0.96667,screen 0.7508 right noenhanced front font face.',14' tc rgb '#222222'
set label 36 '往年不足以推算' at screen 0.67778,screen 0.72026 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 6 from first 488,first 200 to first 696,first 200 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 37 '0.75' at screen 0.67778,screen 0.69051 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 7 from first 488,first 292 to first 696,first 292 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 38 '2024' at screen 0.945,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 39 '2022' at screen 0.87698,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 40 '2020' at screen 0.80397,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
set label 41 '2018' at screen 0.73095,screen 0.51286 center noenhanced front font face.',13' tc rgb '#666666'
$series3 << EOD
2022 0.5
2023 0.48
2024 0.51
EOD
$filed3 << EOD
2022 0.5
2023 0.48
2024 0.51
EOD
set label 42 '2210201 住房公积金' at screen 0.03333,screen 0.45498 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 43 '61.37' at screen 0.03333,screen 0.42122 left noenhanced front font face.',14' tc rgb '#222222'
set label 44 '+5.8%' at screen 0.32222,screen 0.42122 right noenhanced front font face.',14' tc rgb '#222222'
set label 45 '应在 55.00–68.20' at screen 0.03333,screen 0.39068 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 8 from first 24,first 405 to first 232,first 405 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 46 '75' at screen 0.03333,screen 0.36093 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 9 from first 24,first 497 to first 232,first 497 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 47 '2024' at screen 0.30056,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
set label 48 '2022' at screen 0.23254,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
set label 49 '2020' at screen 0.15952,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
set label 50 '2018' at screen 0.08651,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
$expected4 << EOD
2023.695652 2024.304348 55 68.2
EOD
$trend4 << EOD
2020 50
2024 60.68
EOD
$series4 << EOD
2020 50

2022 55
2023 58
2024 61.37
EOD
$filed4 << EOD
2020 50
2022 55
2023 58
2024 61.37
EOD
set label 51 '2299999 其他支出（冲减）' at screen 0.35556,screen 0.45498 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 52 '1.00' at screen 0.35556,screen 0.42122 left noenhanced front font face.',14' tc rgb '#222222'
set label 53 '往年不足以推算' at screen 0.35556,screen 0.39068 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 10 from first 256,first 405 to first 464,first 405 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 54 '5' at screen 0.35556,screen 0.36093 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 11 from first 256,first 451 to first 464,first 451 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set arrow 12 from first 256,first 497 to first 464,first 497 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 55 '2024' at screen 0.62278,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
set label 56 '2022' at screen 0.55476,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
set label 57 '2020' at screen 0.48175,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
set label 58 '2018' at screen 0.40873,screen 0.18328 center noenhanced front font face.',13' tc rgb '#666666'
$series5 << EOD
2022 4
2023 -2
2024 1
EOD
$filed5 << EOD
2022 4
2023 -2
2024 1
EOD
plot $expected1 using (24+26.285714*(($1+$2)/2-(2016.5435))):(292-0.30666667*(($3+$4)/2-(0))):(24+26.285714*($1-(2016.5435))):(24+26.285714*($2-(2016.5435))):(292-0.30666667*($3-(0))):(292-0.30666667*($4-(0))) with boxxyerror fc rgb '#FBE7C0' fs solid 1.0 border lc rgb '#E69F00', \
     $trend1 using (24+26.285714*($1-(2016.5435))):(292-0.30666667*($2-(0))) with lines lw 2 dt (4,3) lc rgb '#009E73', \
     $series1 using (24+26.285714*($1-(2016.5435))):(292-0.30666667*($2-(0))) with lines lw 2.5 dt solid lc rgb '#0072B2', \
     $filed1 using (24+26.285714*($1-(2016.5435))):(292-0.30666667*($2-(0))):(3.5) with circles lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2', \
     $implied1 using (24+26.285714*($1-(2016.5435))):(292-0.30666667*($2-(0))):(3.5) with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#0072B2', \
     $unusual1 using (24+26.285714*($1-(2016.5435))):(292-0.30666667*($2-(0))):(5) with circles lw 2 fc rgb '#D55E00' fs solid border lc rgb '#D55E00', \
     $expected2 using (256+26.285714*(($1+$2)/2-(2016.5435))):(292-0.61333333*(($3+$4)/2-(0))):(256+26.285714*($1-(2016.5435))):(256+26.285714*($2-(2016.5435))):(292-0.61333333*($3-(0))):(292-0.61333333*($4-(0))) with boxxyerror fc rgb '#FBE7C0' fs solid 1.0 border lc rgb '#E69F00', \
     $trend2 using (256+26.285714*($1-(2016.5435))):(292-0.61333333*($2-(0))) with lines lw 2 dt (4,3) lc rgb '#009E73', \
     $series2 using (256+26.285714*($1-(2016.5435))):(292-0.61333333*($2-(0))) with lines lw 2.5 dt solid lc rgb '#0072B2', \
     $filed2 using (256+26.285714*($1-(2016.5435))):(292-0.61333333*($2-(0))):(3.5) with circles lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2', \
     $series3 using (488+26.285714*($1-(2016.5435))):(292-122.66667*($2-(0))) with lines lw 2.5 dt solid lc rgb '#0072B2', \
     $filed3 using (488+26.285714*($1-(2016.5435))):(292-122.66667*($2-(0))):(3.5) with circles lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2', \
     $expected4 using (24+26.285714*(($1+$2)/2-(2016.5435))):(497-1.2266667*(($3+$4)/2-(0))):(24+26.285714*($1-(2016.5435))):(24+26.285714*($2-(2016.5435))):(497-1.2266667*($3-(0))):(497-1.2266667*($4-(0))) with boxxyerror fc rgb '#FBE7C0' fs solid 1.0 border lc rgb '#E69F00', \
     $trend4 using (24+26.285714*($1-(2016.5435))):(497-1.2266667*($2-(0))) with lines lw 2 dt (4,3) lc rgb '#009E73', \
     $series4 using (24+26.285714*($1-(2016.5435))):(497-1.2266667*($2-(0))) with lines lw 2.5 dt solid lc rgb '#0072B2', \
     $filed4 using (24+26.285714*($1-(2016.5435))):(497-1.2266667*($2-(0))):(3.5) with circles lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2', \
     $series5 using (256+26.285714*($1-(2016.5435))):(497-9.2*($2-(-5))) with lines lw 2.5 dt solid lc rgb '#0072B2', \
     $filed5 using (256+26.285714*($1-(2016.5435))):(497-9.2*($2-(-5))):(3.5) with circles lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2'
