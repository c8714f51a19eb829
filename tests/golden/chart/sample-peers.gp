unset key
unset border
unset tics
set style circle noclip
set label 1 '与同类部门相比，离中位数最远的是支出增幅' at screen 0.03333,screen 0.90211 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局，2024 年预算' at screen 0.03333,screen 0.82831 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：见各行' at screen 0.96667,screen 0.82831 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 circle at screen 0.05972,screen 0.73795 size screen 0.00694 front lw 2 fc rgb '#D55E00' fs solid border lc rgb '#222222'
set label 4 '某市示例局' at screen 0.07778,screen 0.73795 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 circle at screen 0.22222,screen 0.73795 size screen 0.00694 front lw 2 fc rgb '#8C8C8C' fs solid border lc rgb '#8C8C8C'
set label 5 '其他同类部门' at screen 0.24028,screen 0.73795 left noenhanced front font face.',13' tc rgb '#666666'
set object 3 rectangle from screen 0.37639,screen 0.71837 to screen 0.4125,screen 0.75753 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 6 '居中的一半' at screen 0.42083,screen 0.73795 left noenhanced front font face.',13' tc rgb '#666666'
set arrow 1 from screen 0.53889,screen 0.73795 to screen 0.575,screen 0.73795 nohead front lw 2.5 dt solid lc rgb '#4D4D4D'
set label 7 '中位数' at screen 0.58333,screen 0.73795 left noenhanced front font face.',13' tc rgb '#666666'
set label 8 '每行刻度各自独立，下方是两端和中位数的数值。右列：本部门数值、由大到小的位次 / 有此数的部门数。' at screen 0.03333,screen 0.16416 left noenhanced front font face.',12' tc rgb '#666666'
set label 9 '标 ≤、≥ 的一端：更远的部门都画在端点上。' at screen 0.03333,screen 0.11295 left noenhanced front font face.',12' tc rgb '#666666'
set label 10 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.06175 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0
set rmargin at screen 1
set tmargin at screen 1
set bmargin at screen 0
set xrange [0:720]
set yrange [332:0]
set label 11 '本部门' at screen 0.86944,screen 0.6506 right noenhanced front font face.',13' tc rgb '#666666'
set label 12 '由大到小' at screen 0.96667,screen 0.6506 right noenhanced front font face.',13' tc rgb '#666666'
set arrow 2 from first 122,first 147 to first 543.3536,first 147 nohead back lw 1 dt solid lc rgb '#E2E2E2'
$quartiles1 << EOD
-2.275 2.075 -18 18
EOD
$median1 << EOD
0.8 -18
0.8 18
EOD
$peers1 << EOD
-12.1 0
-3.3 0
-3.2 7
0.5 0
0.6 7
1 0
1.1 7
2.4 0
15.125 0
EOD
$own1 << EOD
12.61 0
EOD
set label 13 '−12.10' at screen 0.16944,screen 0.47289 left noenhanced front font face.',13' tc rgb '#666666'
set label 14 '≥ 15.12' at screen 0.75466,screen 0.47289 right noenhanced front font face.',13' tc rgb '#666666'
set label 15 '0.80' at screen 0.44674,screen 0.47289 center noenhanced front font face.',13' tc rgb '#666666'
set label 16 '支出增幅' at screen 0.15,screen 0.55723 right noenhanced front font face.',14' tc rgb '#222222'
set label 17 '12.61%' at screen 0.86944,screen 0.55723 right noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 18 '2 / 10' at screen 0.96667,screen 0.55723 right noenhanced front font face.',14' tc rgb '#222222'
set arrow 3 from first 122,first 213 to first 543.3536,first 213 nohead back lw 1 dt solid lc rgb '#E2E2E2'
$quartiles2 << EOD
2.1 2.75 -18 18
EOD
$median2 << EOD
2.1 -18
2.1 18
EOD
$peers2 << EOD
2.1 0
2.1 7
2.1 -7
2.1 14
3.4 0
4.7 0
EOD
$own2 << EOD
2.1 0
EOD
set label 19 '2.10' at screen 0.16944,screen 0.2741 left noenhanced front font face.',13' tc rgb '#666666'
set label 20 '≥ 4.70' at screen 0.75466,screen 0.2741 right noenhanced front font face.',13' tc rgb '#666666'
set label 21 '人均公用经费' at screen 0.15,screen 0.35843 right noenhanced front font face.',14' tc rgb '#222222'
set label 22 '2.10 万元' at screen 0.86944,screen 0.35843 right noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 23 '5 / 7' at screen 0.96667,screen 0.35843 right noenhanced front font face.',14' tc rgb '#222222'
plot $quartiles1 using (122+15.476716*(($1+$2)/2-(-12.1))):(165-1*(($3+$4)/2-(-18))):(122+15.476716*($1-(-12.1))):(122+15.476716*($2-(-12.1))):(165-1*($3-(-18))):(165-1*($4-(-18))) with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $median1 using (122+15.476716*($1-(-12.1))):(165-1*($2-(-18))) with lines lw 2.5 dt solid lc rgb '#4D4D4D', \
     $peers1 using (122+15.476716*($1-(-12.1))):(165-1*($2-(-18))):(2.8) with circles lw 2 fc rgb '#8C8C8C' fs solid border lc rgb '#8C8C8C', \
     $own1 using (122+15.476716*($1-(-12.1))):(165-1*($2-(-18))):(6) with circles lw 2 fc rgb '#D55E00' fs solid border lc rgb '#222222', \
     $quartiles2 using (122+162.05908*(($1+$2)/2-(2.1))):(231-1*(($3+$4)/2-(-18))):(122+162.05908*($1-(2.1))):(122+162.05908*($2-(2.1))):(231-1*($3-(-18))):(231-1*($4-(-18))) with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $median2 using (122+162.05908*($1-(2.1))):(231-1*($2-(-18))) with lines lw 2.5 dt solid lc rgb '#4D4D4D', \
     $peers2 using (122+162.05908*($1-(2.1))):(231-1*($2-(-18))):(2.8) with circles lw 2 fc rgb '#8C8C8C' fs solid border lc rgb '#8C8C8C', \
     $own2 using (122+162.05908*($1-(2.1))):(231-1*($2-(-18))):(6) with circles lw 2 fc rgb '#D55E00' fs solid border lc rgb '#222222'
