unset key
unset border
unset tics
set style circle noclip
set label 1 '2024 年重大变动的 36.5% 没有说明' at screen 0.03333,screen 0.93026 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局，未说明的变动' at screen 0.03333,screen 0.87768 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.87768 right noenhanced front font face.',14' tc rgb '#666666'
set label 4 '每一年与上一年相比；柱：重大变动（绝对值之和）中没有说明的比重。' at screen 0.03333,screen 0.11695 left noenhanced front font face.',12' tc rgb '#666666'
set label 5 '“—”：该年没有重大变动。' at screen 0.03333,screen 0.08047 left noenhanced front font face.',12' tc rgb '#666666'
set label 6 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.04399 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.18333
set rmargin at screen 0.96667
set tmargin at screen 0.76609
set bmargin at screen 0.31545
set xrange [2019.5:2024.5]
set yrange [0:100]
$change << EOD
2019.69 2020.31 0 100
2022.69 2023.31 0 100
2023.69 2024.31 0 100
EOD
$unexplained << EOD
2019.69 2020.31 0 68.10442679
2023.69 2024.31 0 36.51578547
EOD
set arrow 1 from first 2019.5,first 0 to first 2024.5,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set object 1 rectangle from screen 0.03333,screen 0.21674 to screen 0.05556,screen 0.24249 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 7 '重大变动' at screen 0.06389,screen 0.22961 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.03333,screen 0.16524 to screen 0.05556,screen 0.19099 front fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00'
set label 8 '其中：未说明' at screen 0.06389,screen 0.17811 left noenhanced front font face.',13' tc rgb '#666666'
set label 9 '2020' at screen 0.26167,screen 0.28541 center noenhanced front font face.',14' tc rgb '#222222'
set label 10 '68.1%' at screen 0.26167,screen 0.79399 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 11 '88.10' at screen 0.26167,screen 0.22961 center noenhanced front font face.',14' tc rgb '#222222'
set label 12 '60.00' at screen 0.26167,screen 0.17811 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 13 '2021' at screen 0.41833,screen 0.28541 center noenhanced front font face.',14' tc rgb '#222222'
set label 14 '—' at screen 0.41833,screen 0.34549 center noenhanced front font face.',13' tc rgb '#666666'
set label 15 '2022' at screen 0.575,screen 0.28541 center noenhanced front font face.',13' tc rgb '#666666'
set label 16 '缺' at screen 0.575,screen 0.34549 center noenhanced front font face.',13' tc rgb '#666666'
set label 17 '2023' at screen 0.73167,screen 0.28541 center noenhanced front font face.',14' tc rgb '#222222'
set label 18 '0.0%' at screen 0.73167,screen 0.79399 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 19 '402.18' at screen 0.73167,screen 0.22961 center noenhanced front font face.',14' tc rgb '#222222'
set label 20 '0.00' at screen 0.73167,screen 0.17811 center noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 21 '2024' at screen 0.88833,screen 0.28541 center noenhanced front font face.',14' tc rgb '#222222'
set label 22 '36.5%' at screen 0.88833,screen 0.79399 center noenhanced front font face.':Bold,14' tc rgb '#B04A00'
set label 23 '1,183.05' at screen 0.88833,screen 0.22961 center noenhanced front font face.',14' tc rgb '#222222'
set label 24 '432.00' at screen 0.88833,screen 0.17811 center noenhanced front font face.':Bold,14' tc rgb '#222222'
plot $change using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $unexplained using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#D55E00' fs solid 1.0 border lc rgb '#D55E00'
