unset key
unset border
unset tics
set style circle noclip
set label 1 '2024 年可比的 3 个科目中 2 个增减 20% 以上' at screen 0.03333,screen 0.92563 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局部门预算，2020 至 2024 年' at screen 0.03333,screen 0.86957 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：%' at screen 0.96667,screen 0.86957 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 rectangle from screen 0.03333,screen 0.78604 to screen 0.06944,screen 0.81579 front fc rgb '#A84300' fs solid 1.0 border lc rgb '#FFFFFF'
set label 4 '≤ −50' at screen 0.07778,screen 0.80092 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.16189,screen 0.78604 to screen 0.198,screen 0.81579 front fc rgb '#F0A36B' fs solid 1.0 border lc rgb '#FFFFFF'
set label 5 '−49…−20' at screen 0.20633,screen 0.80092 left noenhanced front font face.',13' tc rgb '#666666'
set object 3 rectangle from screen 0.31717,screen 0.78604 to screen 0.35328,screen 0.81579 front fc rgb '#FBDCC4' fs solid 1.0 border lc rgb '#FFFFFF'
set label 6 '−19…−5' at screen 0.36161,screen 0.80092 left noenhanced front font face.',13' tc rgb '#666666'
set object 4 rectangle from screen 0.46161,screen 0.78604 to screen 0.49772,screen 0.81579 front fc rgb '#F0F0F0' fs solid 1.0 border lc rgb '#FFFFFF'
set label 7 '±4' at screen 0.50606,screen 0.80092 left noenhanced front font face.',13' tc rgb '#666666'
set object 5 rectangle from screen 0.56272,screen 0.78604 to screen 0.59883,screen 0.81579 front fc rgb '#D3E6F3' fs solid 1.0 border lc rgb '#FFFFFF'
set label 8 '+5…+19' at screen 0.60717,screen 0.80092 left noenhanced front font face.',13' tc rgb '#666666'
set object 6 rectangle from screen 0.70717,screen 0.78604 to screen 0.74328,screen 0.81579 front fc rgb '#7DB8DE' fs solid 1.0 border lc rgb '#FFFFFF'
set label 9 '+20…+49' at screen 0.75161,screen 0.80092 left noenhanced front font face.',13' tc rgb '#666666'
set object 7 rectangle from screen 0.86244,screen 0.78604 to screen 0.89856,screen 0.81579 front fc rgb '#005F96' fs solid 1.0 border lc rgb '#FFFFFF'
set label 10 '≥ +50' at screen 0.90689,screen 0.80092 left noenhanced front font face.',13' tc rgb '#666666'
set object 8 rectangle from screen 0.03333,screen 0.73112 to screen 0.06944,screen 0.76087 front fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#0072B2'
set label 11 '新：上年没有' at screen 0.07778,screen 0.746 left noenhanced front font face.',13' tc rgb '#666666'
set object 9 rectangle from screen 0.21389,screen 0.73112 to screen 0.25,screen 0.76087 front fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#D55E00'
set label 12 '无：本年没有了' at screen 0.25833,screen 0.746 left noenhanced front font face.',13' tc rgb '#666666'
set object 10 circle at screen 0.43889,screen 0.746 size screen 0.00694 front lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#0072B2'
set label 13 '有一年由下一年文件推得' at screen 0.45694,screen 0.746 left noenhanced front font face.',13' tc rgb '#666666'
set label 14 '空格：两年中有一年没有数据，或两年都没有金额。' at screen 0.03333,screen 0.16362 left noenhanced front font face.',12' tc rgb '#666666'
set label 15 '格中为比上年可比数的增幅（%），取整；科目调整已按确认的对应关系折算。' at screen 0.03333,screen 0.12471 left noenhanced front font face.',12' tc rgb '#666666'
set label 16 '另有 2 个金额较小的科目没有画出，标题已计入。' at screen 0.03333,screen 0.08581 left noenhanced front font face.',12' tc rgb '#666666'
set label 17 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.04691 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.349
set rmargin at screen 0.87678
set tmargin at screen 0.64989
set bmargin at screen 0.2151
set xrange [0:5]
set yrange [5:0]
set label 18 '支出总额' at screen 0.33511,screen 0.60641 right noenhanced front font face.',14' tc rgb '#222222'
set label 19 '2011301 行政运行' at screen 0.33511,screen 0.51945 right noenhanced front font face.',14' tc rgb '#222222'
set label 20 '2011308 招商引资' at screen 0.33511,screen 0.43249 right noenhanced front font face.',14' tc rgb '#222222'
set label 21 '2080505 机关事业单位基本养老保' at screen 0.33511,screen 0.36613 right noenhanced front font face.',14' tc rgb '#222222'
set label 22 '险缴费支出' at screen 0.33511,screen 0.32494 right noenhanced front font face.',14' tc rgb '#222222'
set label 23 '2080899 其他优抚支出' at screen 0.33511,screen 0.25858 right noenhanced front font face.',14' tc rgb '#222222'
set label 24 '2020' at first 0.5,first 0 offset screen 0,screen 0.02517 center noenhanced front font face.',13' tc rgb '#666666'
set label 25 '2021' at first 1.5,first 0 offset screen 0,screen 0.02517 center noenhanced front font face.',13' tc rgb '#666666'
set label 26 '2022' at first 2.5,first 0 offset screen 0,screen 0.02517 center noenhanced front font face.',13' tc rgb '#666666'
set label 27 '2023' at first 3.5,first 0 offset screen 0,screen 0.02517 center noenhanced front font face.',13' tc rgb '#666666'
set label 28 '2024' at first 4.5,first 0 offset screen 0,screen 0.02517 center noenhanced front font face.':Bold,14' tc rgb '#222222'
$cells0 << EOD
3 4 2 3
1 2 4 5
EOD
$cells1 << EOD
1 2 1 2
EOD
$cells2 << EOD
4 5 3 4
EOD
$cells3 << EOD
0 1 0 1
2 3 0 1
0 1 1 2
0 1 3 4
1 2 3 4
3 4 3 4
0 1 4 5
EOD
$cells4 << EOD
1 2 0 1
3 4 0 1
4 5 0 1
2 3 1 2
2 3 3 4
EOD
$cells6 << EOD
3 4 1 2
4 5 1 2
4 5 2 3
EOD
$cells7 << EOD
2.026315789 2.973684211 2.052631579 2.947368421
EOD
$cells8 << EOD
2.026315789 2.973684211 4.052631579 4.947368421
EOD
$implied << EOD
0.9210526316 1.157894737 0.03289473684
EOD
set label 29 '+4' at first 0.5,first 0.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 30 '+8' at first 1.5,first 0.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 31 '−2' at first 2.5,first 0.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 32 '+5' at first 3.5,first 0.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 33 '+13' at first 4.5,first 0.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 34 '+2' at first 0.5,first 1.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 35 '−20' at first 1.5,first 1.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 36 '+19' at first 2.5,first 1.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 37 '+50' at first 3.5,first 1.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#FFFFFF'
set label 38 '+209' at first 4.5,first 1.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#FFFFFF'
set label 39 '新' at first 2.5,first 2.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 40 '−50' at first 3.5,first 2.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#FFFFFF'
set label 41 '>999' at first 4.5,first 2.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#FFFFFF'
set label 42 '0' at first 0.5,first 3.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 43 '+4' at first 1.5,first 3.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 44 '+5' at first 2.5,first 3.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 45 '−4' at first 3.5,first 3.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 46 '−5' at first 4.5,first 3.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 47 '+3' at first 0.5,first 4.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set label 48 '−60' at first 1.5,first 4.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#FFFFFF'
set label 49 '无' at first 2.5,first 4.5 offset screen 0,screen 0 center noenhanced front font face.',13' tc rgb '#222222'
set arrow 1 from first 0,first 1 to first 5,first 1 nohead front lw 1 dt solid lc rgb '#8C8C8C'
plot $cells0 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#A84300' fs solid 1.0 border lc rgb '#FFFFFF', \
     $cells1 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#F0A36B' fs solid 1.0 border lc rgb '#FFFFFF', \
     $cells2 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FBDCC4' fs solid 1.0 border lc rgb '#FFFFFF', \
     $cells3 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#F0F0F0' fs solid 1.0 border lc rgb '#FFFFFF', \
     $cells4 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#D3E6F3' fs solid 1.0 border lc rgb '#FFFFFF', \
     $cells6 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#005F96' fs solid 1.0 border lc rgb '#FFFFFF', \
     $cells7 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#0072B2', \
     $cells8 using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#D55E00', \
     $implied using 1:2:3 with circles lw 2 fc rgb '#FFFFFF' fs solid border lc rgb '#0072B2'
