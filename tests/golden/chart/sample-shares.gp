unset key
unset border
unset tics
set style circle noclip
set label 1 '结构变动最大的是 2024 年（12.4%）' at screen 0.03333,screen 0.93902 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局，各类支出的比重' at screen 0.03333,screen 0.89306 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：%' at screen 0.96667,screen 0.89306 right noenhanced front font face.',14' tc rgb '#666666'
set label 4 '线末：2024 年的比重；括号内是比 2019 年增减的百分点。' at screen 0.03333,screen 0.13415 left noenhanced front font face.',12' tc rgb '#666666'
set label 5 '结构变动：各类比重比上年增减的绝对值之和的一半，即换了类别的那一部分支出（%）。' at screen 0.03333,screen 0.10225 left noenhanced front font face.',12' tc rgb '#666666'
set label 6 '* 空心：该年没有自己的文件，由下一年文件推得。' at screen 0.03333,screen 0.07036 left noenhanced front font face.',12' tc rgb '#666666'
set label 7 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.03846 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.11667
set rmargin at screen 0.71667
set tmargin at screen 0.82176
set bmargin at screen 0.25891
set xrange [2018.5:2024.5]
set yrange [0:80]
set arrow 1 from first 2018.5,first 0 to first 2024.5,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 8 '0%' at first 2018.5,first 0 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 2 from first 2018.5,first 20 to first 2024.5,first 20 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 9 '20%' at first 2018.5,first 20 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 2018.5,first 40 to first 2024.5,first 40 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 10 '40%' at first 2018.5,first 40 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 4 from first 2018.5,first 60 to first 2024.5,first 60 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 11 '60%' at first 2018.5,first 60 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 5 from first 2018.5,first 80 to first 2024.5,first 80 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 12 '80%' at first 2018.5,first 80 offset screen -0.01111,screen 0 right noenhanced front font face.',13' tc rgb '#666666'
set label 13 '结构变动' at screen 0.03333,screen 0.18574 left noenhanced front font face.',13' tc rgb '#666666'
set label 14 '2019*' at screen 0.16667,screen 0.23265 center noenhanced front font face.',14' tc rgb '#222222'
set label 15 '—' at screen 0.16667,screen 0.18574 center noenhanced front font face.',14' tc rgb '#222222'
set label 16 '2020' at screen 0.26667,screen 0.23265 center noenhanced front font face.',14' tc rgb '#222222'
set label 17 '1.5' at screen 0.26667,screen 0.18574 center noenhanced front font face.',14' tc rgb '#222222'
set label 18 '2021' at screen 0.36667,screen 0.23265 center noenhanced front font face.',13' tc rgb '#666666'
set label 19 '缺' at screen 0.36667,screen 0.28518 center noenhanced front font face.',13' tc rgb '#666666'
set label 20 '2022' at screen 0.46667,screen 0.23265 center noenhanced front font face.',13' tc rgb '#666666'
set label 21 '缺' at screen 0.46667,screen 0.28518 center noenhanced front font face.',13' tc rgb '#666666'
set label 22 '2023' at screen 0.56667,screen 0.23265 center noenhanced front font face.',14' tc rgb '#222222'
set label 23 '—' at screen 0.56667,screen 0.18574 center noenhanced front font face.',14' tc rgb '#222222'
set label 24 '2024' at screen 0.66667,screen 0.23265 center noenhanced front font face.',14' tc rgb '#222222'
set label 25 '12.4' at screen 0.66667,screen 0.18574 center noenhanced front font face.',14' tc rgb '#222222'
$line1 << EOD
2019 64.51612903
2020 63.24923162

2023 46.35761589
2024 58.80761676
EOD
$dots1 << EOD
2020 63.24923162 0.06944444444
2023 46.35761589 0.06944444444
2024 58.80761676 0.06944444444
EOD
$dots1_implied << EOD
2019 64.51612903 0.06944444444
EOD
$line2 << EOD
2019 16.12903226
2020 15.81230791

2023 19.86754967
2024 16.46613269
EOD
$dots2 << EOD
2020 15.81230791 0.06944444444
2023 19.86754967 0.06944444444
2024 16.46613269 0.06944444444
EOD
$dots2_implied << EOD
2019 16.12903226 0.06944444444
EOD
$line3 << EOD
2019 8.602150538
2020 8.894423197

2023 13.24503311
2024 8.821142514
EOD
$dots3 << EOD
2020 8.894423197 0.06944444444
2023 13.24503311 0.06944444444
2024 8.821142514 0.06944444444
EOD
$dots3_implied << EOD
2019 8.602150538 0.06944444444
EOD
$line4 << EOD
2019 6.451612903
2020 6.917884709

2023 7.947019868
2024 7.644990179
EOD
$dots4 << EOD
2020 6.917884709 0.06944444444
2023 7.947019868 0.06944444444
2024 7.644990179 0.06944444444
EOD
$dots4_implied << EOD
2019 6.451612903 0.06944444444
EOD
$line5 << EOD
2019 2.150537634
2020 2.47067311

2023 6.622516556
2024 4.704609341
EOD
$dots5 << EOD
2020 2.47067311 0.06944444444
2023 6.622516556 0.06944444444
2024 4.704609341 0.06944444444
EOD
$dots5_implied << EOD
2019 2.150537634 0.06944444444
EOD
$line6 << EOD
2019 2.150537634
2020 2.655479459

2023 5.960264901
2024 3.555508509
EOD
$dots6 << EOD
2020 2.655479459 0.06944444444
2023 5.960264901 0.06944444444
2024 3.555508509 0.06944444444
EOD
$dots6_implied << EOD
2019 2.150537634 0.06944444444
EOD
set arrow 6 from first 2024.111111,first 58.80761676 to first 2024.263889,first 58.80761676 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set arrow 7 from screen 0.69861,screen 0.68955 to screen 0.72083,screen 0.68955 nohead front lw 2.8 dt solid lc rgb '#0072B2'
set label 26 '一般公共服务支出' at screen 0.72917,screen 0.68955 left noenhanced front font face.',14' tc rgb '#222222'
set label 27 '58.8%（−5.7）' at screen 0.72917,screen 0.65578 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 8 from first 2024.111111,first 16.46613269 to first 2024.263889,first 40 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set arrow 9 from screen 0.69861,screen 0.55722 to screen 0.72083,screen 0.55722 nohead front lw 2.8 dt (8,3) lc rgb '#E69F00'
set label 28 '社会保障和就业支出' at screen 0.72917,screen 0.55722 left noenhanced front font face.',14' tc rgb '#222222'
set label 29 '16.5%（+0.3）' at screen 0.72917,screen 0.52345 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 10 from first 2024.111111,first 8.821142514 to first 2024.263889,first 29.06666667 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set arrow 11 from screen 0.69861,screen 0.4803 to screen 0.72083,screen 0.4803 nohead front lw 2.4 dt (2,3) lc rgb '#009E73'
set label 30 '住房保障支出' at screen 0.72917,screen 0.4803 left noenhanced front font face.',14' tc rgb '#222222'
set label 31 '8.8%（+0.2）' at screen 0.72917,screen 0.44653 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 12 from first 2024.111111,first 7.644990179 to first 2024.263889,first 18.13333333 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set arrow 13 from screen 0.69861,screen 0.40338 to screen 0.72083,screen 0.40338 nohead front lw 1.6 dt solid lc rgb '#4D4D4D'
set label 32 '卫生健康支出' at screen 0.72917,screen 0.40338 left noenhanced front font face.',14' tc rgb '#222222'
set label 33 '7.6%（+1.2）' at screen 0.72917,screen 0.36961 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 14 from first 2024.111111,first 4.704609341 to first 2024.263889,first 4.8 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set arrow 15 from screen 0.69861,screen 0.30957 to screen 0.72083,screen 0.30957 nohead front lw 2.4 dt (10,4,2,4) lc rgb '#CC79A7'
set label 34 '文化旅游体育与传媒支' at screen 0.72917,screen 0.32645 left noenhanced front font face.',14' tc rgb '#222222'
set label 35 '出' at screen 0.72917,screen 0.29268 left noenhanced front font face.',14' tc rgb '#222222'
set label 36 '4.7%（+2.6）' at screen 0.72917,screen 0.25891 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 16 from first 2024.111111,first 3.555508509 to first 2024.263889,first -8.533333333 nohead back lw 1 dt solid lc rgb '#8C8C8C'
set arrow 17 from screen 0.69861,screen 0.21576 to screen 0.72083,screen 0.21576 nohead front lw 1.6 dt (4,4) lc rgb '#8C8C8C'
set label 37 '其余 2 项' at screen 0.72917,screen 0.21576 left noenhanced front font face.',14' tc rgb '#222222'
set label 38 '3.6%（+1.4）' at screen 0.72917,screen 0.18199 left noenhanced front font face.',13' tc rgb '#666666'
plot $line1 using 1:2 with lines lw 2.8 dt solid lc rgb '#0072B2', \
     $dots1 using 1:2:3 with circles lw 2 fc rgb '#0072B2' fs solid border lc rgb '#0072B2', \
     $dots1_implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#4D4D4D', \
     $line2 using 1:2 with lines lw 2.8 dt (8,3) lc rgb '#E69F00', \
     $dots2 using 1:2:3 with circles lw 2 fc rgb '#E69F00' fs solid border lc rgb '#E69F00', \
     $dots2_implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#4D4D4D', \
     $line3 using 1:2 with lines lw 2.4 dt (2,3) lc rgb '#009E73', \
     $dots3 using 1:2:3 with circles lw 2 fc rgb '#009E73' fs solid border lc rgb '#009E73', \
     $dots3_implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#4D4D4D', \
     $line4 using 1:2 with lines lw 1.6 dt solid lc rgb '#4D4D4D', \
     $dots4 using 1:2:3 with circles lw 2 fc rgb '#4D4D4D' fs solid border lc rgb '#4D4D4D', \
     $dots4_implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#4D4D4D', \
     $line5 using 1:2 with lines lw 2.4 dt (10,4,2,4) lc rgb '#CC79A7', \
     $dots5 using 1:2:3 with circles lw 2 fc rgb '#CC79A7' fs solid border lc rgb '#CC79A7', \
     $dots5_implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#4D4D4D', \
     $line6 using 1:2 with lines lw 1.6 dt (4,4) lc rgb '#8C8C8C', \
     $dots6 using 1:2:3 with circles lw 2 fc rgb '#8C8C8C' fs solid border lc rgb '#8C8C8C', \
     $dots6_implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#4D4D4D'
