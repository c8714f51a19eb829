unset key
unset border
unset tics
set style circle noclip
set label 1 '结转结余占预算的比重由 9.3 % 升到 69.6 %' at screen 0.03333,screen 0.93313 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局部门预算，2020 至 2024 年' at screen 0.03333,screen 0.88272 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.88272 right noenhanced front font face.',14' tc rgb '#666666'
set label 4 '柱顶：结转结余占预算总额的比重。' at screen 0.03333,screen 0.11214 left noenhanced front font face.',12' tc rgb '#666666'
set label 5 '* 空心：该年文件未收录，由下一年文件推得。' at screen 0.03333,screen 0.07716 left noenhanced front font face.',12' tc rgb '#666666'
set label 6 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.04218 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.20972
set rmargin at screen 0.96667
set tmargin at screen 0.77572
set bmargin at screen 0.30247
set xrange [2019.5:2024.5]
set yrange [0:1700.46]
$budget << EOD
2020.67 2021.33 0 1011.87
2021.67 2022.33 0 1320.5
2023.67 2024.33 0 1700.46
EOD
$budget_implied << EOD
2019.67 2020.33 0 942.33
2022.67 2023.33 0 1510
EOD
$carryover << EOD
2020.835 2021.165 0 120.45
2021.835 2022.165 0 402.18
2023.835 2024.165 0 1183.05
EOD
$carryover_implied << EOD
2019.835 2020.165 0 88.1
2022.835 2023.165 0 1000
EOD
set arrow 1 from first 2019.5,first 0 to first 2024.5,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set object 1 rectangle from screen 0.03333,screen 0.20782 to screen 0.05556,screen 0.23251 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 7 '预算总额' at screen 0.06389,screen 0.22016 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.03333,screen 0.15844 to screen 0.05556,screen 0.18313 front fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00'
set label 8 '其中：结转结余' at screen 0.06389,screen 0.17078 left noenhanced front font face.',13' tc rgb '#666666'
set label 9 '9.3 %' at first 2020,first 942.33 offset screen 0,screen 0.02675 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 10 '2020*' at screen 0.28542,screen 0.26955 center noenhanced front font face.',14' tc rgb '#222222'
set label 11 '942.33' at screen 0.28542,screen 0.22016 center noenhanced front font face.',14' tc rgb '#222222'
set label 12 '88.10' at screen 0.28542,screen 0.17078 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 13 '11.9 %' at first 2021,first 1011.87 offset screen 0,screen 0.02675 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 14 '2021' at screen 0.43681,screen 0.26955 center noenhanced front font face.',14' tc rgb '#222222'
set label 15 '1,011.87' at screen 0.43681,screen 0.22016 center noenhanced front font face.',14' tc rgb '#222222'
set label 16 '120.45' at screen 0.43681,screen 0.17078 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 17 '30.5 %' at first 2022,first 1320.5 offset screen 0,screen 0.02675 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 18 '2022' at screen 0.58819,screen 0.26955 center noenhanced front font face.',14' tc rgb '#222222'
set label 19 '1,320.50' at screen 0.58819,screen 0.22016 center noenhanced front font face.',14' tc rgb '#222222'
set label 20 '402.18' at screen 0.58819,screen 0.17078 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 21 '66.2 %' at first 2023,first 1510 offset screen 0,screen 0.02675 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 22 '2023*' at screen 0.73958,screen 0.26955 center noenhanced front font face.',14' tc rgb '#222222'
set label 23 '1,510.00' at screen 0.73958,screen 0.22016 center noenhanced front font face.',14' tc rgb '#222222'
set label 24 '1,000.00' at screen 0.73958,screen 0.17078 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 25 '69.6 %' at first 2024,first 1700.46 offset screen 0,screen 0.02675 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 26 '2024' at screen 0.89097,screen 0.26955 center noenhanced front font face.',14' tc rgb '#222222'
set label 27 '1,700.46' at screen 0.89097,screen 0.22016 center noenhanced front font face.',14' tc rgb '#222222'
set label 28 '1,183.05' at screen 0.89097,screen 0.17078 center noenhanced front font face.':Bold,14' tc rgb '#222222'
plot $budget using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $budget_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#8C8C8C', \
     $carryover using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00', \
     $carryover_implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#D55E00'
