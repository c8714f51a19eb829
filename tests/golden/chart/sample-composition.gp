unset key
unset border
unset tics
set style circle noclip
set label 1 '近七成支出是其他商贸事务支出' at screen 0.03333,screen 0.9263 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局 2024 年部门预算' at screen 0.03333,screen 0.87075 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.87075 right noenhanced front font face.',14' tc rgb '#666666'
set label 4 '各项相加 1,700.46；括号内为占其中的比重。' at screen 0.03333,screen 0.08503 left noenhanced front font face.',12' tc rgb '#666666'
set label 5 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.04649 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.349
set rmargin at screen 0.77006
set tmargin at screen 0.81179
set bmargin at screen 0.12245
set xrange [0:1183.05]
set yrange [8:0]
set label 6 '2011399 其他商贸事务支出' at screen 0.33511,screen 0.76871 right noenhanced front font face.',14' tc rgb '#222222'
set label 7 '2011301 行政运行' at screen 0.33511,screen 0.68254 right noenhanced front font face.',14' tc rgb '#222222'
set label 8 '2080505 机关事业单位基本养老保' at screen 0.33511,screen 0.61678 right noenhanced front font face.',14' tc rgb '#222222'
set label 9 '险缴费支出' at screen 0.33511,screen 0.57596 right noenhanced front font face.',14' tc rgb '#222222'
set label 10 '2210201 住房公积金' at screen 0.33511,screen 0.5102 right noenhanced front font face.',14' tc rgb '#222222'
set label 11 '2101101 行政单位医疗' at screen 0.33511,screen 0.42404 right noenhanced front font face.',14' tc rgb '#222222'
set label 12 '2080506 机关事业单位职业年金缴' at screen 0.33511,screen 0.35828 right noenhanced front font face.',14' tc rgb '#222222'
set label 13 '费支出' at screen 0.33511,screen 0.31746 right noenhanced front font face.',14' tc rgb '#222222'
set label 14 '2101103 公务员医疗补助' at screen 0.33511,screen 0.2517 right noenhanced front font face.',14' tc rgb '#222222'
set label 15 '其他（4 项）' at screen 0.33511,screen 0.16553 right noenhanced front font face.',14' tc rgb '#222222'
$parts << EOD
0 1183.05 0.2368421053 0.7631578947
0 215.7 1.236842105 1.763157895
0 131.05 2.236842105 2.763157895
0 61.37 3.236842105 3.763157895
0 52.44 4.236842105 4.763157895
0 26.11 5.236842105 5.763157895
0 17.96 6.236842105 6.763157895
EOD
$rest << EOD
0 12.78 7.236842105 7.763157895
EOD
set arrow 1 from first 0,first 8 to first 0,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 16 '1,183.05（69.6%）' at first 1183.05,first 0.5 offset screen 0.00833,screen 0 left noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 17 '215.70（12.7%）' at first 215.7,first 1.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set label 18 '131.05（7.7%）' at first 131.05,first 2.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set label 19 '61.37（3.6%）' at first 61.37,first 3.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set label 20 '52.44（3.1%）' at first 52.44,first 4.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set label 21 '26.11（1.5%）' at first 26.11,first 5.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set label 22 '17.96（1.1%）' at first 17.96,first 6.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
set label 23 '12.78（0.8%）' at first 12.78,first 7.5 offset screen 0.00833,screen 0 left noenhanced front font face.',14' tc rgb '#222222'
plot $parts using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#0072B2' fs solid 1.0 border lc rgb '#0072B2', \
     $rest using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
