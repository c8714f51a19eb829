unset key
unset border
unset tics
set style circle noclip
set label 1 '2022 年购车 17.98 万元，其余年份“三公”经费逐年减少' at screen 0.03333,screen 0.92597 left noenhanced front font face.':Bold,21' tc rgb '#222222'
set label 2 '某市示例局，“三公”经费，2019 至 2024 年' at screen 0.03333,screen 0.87016 left noenhanced front font face.',14' tc rgb '#666666'
set label 3 '单位：万元' at screen 0.96667,screen 0.87016 right noenhanced front font face.',14' tc rgb '#666666'
set object 1 rectangle from screen 0.03333,screen 0.78702 to screen 0.06944,screen 0.81663 front fc rgb '#0072B2' fs pattern 4 border lc rgb '#0072B2'
set label 4 '公务用车购置费' at screen 0.07778,screen 0.80182 left noenhanced front font face.',13' tc rgb '#666666'
set object 2 rectangle from screen 0.23194,screen 0.78702 to screen 0.26806,screen 0.81663 front fc rgb '#0072B2' fs solid 1.0 border lc rgb '#0072B2'
set label 5 '公务用车运行费' at screen 0.27639,screen 0.80182 left noenhanced front font face.',13' tc rgb '#666666'
set object 3 rectangle from screen 0.43056,screen 0.78702 to screen 0.46667,screen 0.81663 front fc rgb '#56B4E9' fs solid 1.0 border lc rgb '#0072B2'
set label 6 '公务用车购置及运行费' at screen 0.475,screen 0.80182 left noenhanced front font face.',13' tc rgb '#666666'
set object 4 rectangle from screen 0.68333,screen 0.78702 to screen 0.71944,screen 0.81663 front fc rgb '#E69F00' fs solid 1.0 border lc rgb '#E69F00'
set label 7 '公务接待费' at screen 0.72778,screen 0.80182 left noenhanced front font face.',13' tc rgb '#666666'
set object 5 rectangle from screen 0.84583,screen 0.78702 to screen 0.88194,screen 0.81663 front fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C'
set label 8 '未分项' at screen 0.89028,screen 0.80182 left noenhanced front font face.',13' tc rgb '#666666'
set label 9 '各年都是零：因公出国（境）费。' at screen 0.03333,screen 0.16287 left noenhanced front font face.',12' tc rgb '#666666'
set label 10 '细条为预算，粗条为决算。' at screen 0.03333,screen 0.12415 left noenhanced front font face.',12' tc rgb '#666666'
set label 11 '* 空心：当年的表里没有这个数，由下一年文件推得。' at screen 0.03333,screen 0.08542 left noenhanced front font face.',12' tc rgb '#666666'
set label 12 '来源：某市示例局 2023、2024 年部门预算公开（虚构数据）' at screen 0.03333,screen 0.0467 left noenhanced front font face.',12' tc rgb '#666666'
set lmargin at screen 0.139
set rmargin at screen 0.51166
set tmargin at screen 0.70159
set bmargin at screen 0.25513
set xrange [0:24.5]
set yrange [7:0]
set label 13 '2019 预算' at screen 0.12511,screen 0.6697 right noenhanced front font face.',14' tc rgb '#222222'
set label 14 '2020 预算' at screen 0.12511,screen 0.60592 right noenhanced front font face.',14' tc rgb '#222222'
set label 15 '2021' at screen 0.12511,screen 0.54214 right noenhanced front font face.',14' tc rgb '#222222'
set label 16 '2022 预算' at screen 0.12511,screen 0.47836 right noenhanced front font face.',14' tc rgb '#222222'
set label 17 '决算' at screen 0.12511,screen 0.41458 right noenhanced front font face.',14' tc rgb '#222222'
set label 18 '2023 决算' at screen 0.12511,screen 0.3508 right noenhanced front font face.',14' tc rgb '#222222'
set label 19 '2024 预算' at screen 0.12511,screen 0.28702 right noenhanced front font face.',14' tc rgb '#222222'
set arrow 1 from first 0,first 7 to first 0,first 0 nohead front lw 1 dt solid lc rgb '#8C8C8C'
set label 20 '0' at first 0,first 7 offset screen 0,screen -0.02733 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 2 from first 10,first 7 to first 10,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 21 '10' at first 10,first 7 offset screen 0,screen -0.02733 center noenhanced front font face.',13' tc rgb '#666666'
set arrow 3 from first 20,first 7 to first 20,first 0 nohead back lw 1 dt solid lc rgb '#E2E2E2'
set label 22 '20' at first 20,first 7 offset screen 0,screen -0.02733 center noenhanced front font face.',13' tc rgb '#666666'
set label 23 '合计' at screen 0.96667,screen 0.72893 right noenhanced front font face.',13' tc rgb '#666666'
set label 24 '公务接待' at screen 0.88944,screen 0.72893 right noenhanced front font face.',13' tc rgb '#666666'
set label 25 '公务用车' at screen 0.795,screen 0.72893 right noenhanced front font face.',13' tc rgb '#666666'
set label 26 '用车运行' at screen 0.70055,screen 0.72893 right noenhanced front font face.',13' tc rgb '#666666'
set label 27 '用车购置' at screen 0.60611,screen 0.72893 right noenhanced front font face.',13' tc rgb '#666666'
set label 28 '7.00*' at screen 0.96667,screen 0.6697 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 29 '3.00*' at screen 0.88944,screen 0.6697 right noenhanced front font face.',14' tc rgb '#222222'
set label 30 '4.00*' at screen 0.795,screen 0.6697 right noenhanced front font face.',14' tc rgb '#222222'
set label 31 '—' at screen 0.70055,screen 0.6697 right noenhanced front font face.',14' tc rgb '#222222'
set label 32 '—' at screen 0.60611,screen 0.6697 right noenhanced front font face.',14' tc rgb '#222222'
set label 33 '6.80' at screen 0.96667,screen 0.60592 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 34 '2.80' at screen 0.88944,screen 0.60592 right noenhanced front font face.',14' tc rgb '#222222'
set label 35 '4.00' at screen 0.795,screen 0.60592 right noenhanced front font face.',14' tc rgb '#222222'
set label 36 '—' at screen 0.70055,screen 0.60592 right noenhanced front font face.',14' tc rgb '#222222'
set label 37 '—' at screen 0.60611,screen 0.60592 right noenhanced front font face.',14' tc rgb '#222222'
set label 38 '—' at screen 0.96667,screen 0.54214 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 39 '—' at screen 0.88944,screen 0.54214 right noenhanced front font face.',14' tc rgb '#222222'
set label 40 '—' at screen 0.795,screen 0.54214 right noenhanced front font face.',14' tc rgb '#222222'
set label 41 '—' at screen 0.70055,screen 0.54214 right noenhanced front font face.',14' tc rgb '#222222'
set label 42 '—' at screen 0.60611,screen 0.54214 right noenhanced front font face.',14' tc rgb '#222222'
set label 43 '24.50' at screen 0.96667,screen 0.47836 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 44 '2.50' at screen 0.88944,screen 0.47836 right noenhanced front font face.',14' tc rgb '#222222'
set label 45 '—' at screen 0.795,screen 0.47836 right noenhanced front font face.',14' tc rgb '#222222'
set label 46 '4.00' at screen 0.70055,screen 0.47836 right noenhanced front font face.',14' tc rgb '#222222'
set label 47 '18.00' at screen 0.60611,screen 0.47836 right noenhanced front font face.',14' tc rgb '#222222'
set label 48 '22.06' at screen 0.96667,screen 0.41458 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 49 '0.88' at screen 0.88944,screen 0.41458 right noenhanced front font face.',14' tc rgb '#222222'
set label 50 '—' at screen 0.795,screen 0.41458 right noenhanced front font face.',14' tc rgb '#222222'
set label 51 '3.20' at screen 0.70055,screen 0.41458 right noenhanced front font face.',14' tc rgb '#222222'
set label 52 '17.98' at screen 0.60611,screen 0.41458 right noenhanced front font face.',14' tc rgb '#222222'
set label 53 '4.10' at screen 0.96667,screen 0.3508 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 54 '—' at screen 0.88944,screen 0.3508 right noenhanced front font face.',14' tc rgb '#222222'
set label 55 '—' at screen 0.795,screen 0.3508 right noenhanced front font face.',14' tc rgb '#222222'
set label 56 '—' at screen 0.70055,screen 0.3508 right noenhanced front font face.',14' tc rgb '#222222'
set label 57 '—' at screen 0.60611,screen 0.3508 right noenhanced front font face.',14' tc rgb '#222222'
set label 58 '6.00' at screen 0.96667,screen 0.28702 right noenhanced front font face.':Bold,14' tc rgb '#222222'
set label 59 '2.00' at screen 0.88944,screen 0.28702 right noenhanced front font face.',14' tc rgb '#222222'
set label 60 '—' at screen 0.795,screen 0.28702 right noenhanced front font face.',14' tc rgb '#222222'
set label 61 '4.00' at screen 0.70055,screen 0.28702 right noenhanced front font face.',14' tc rgb '#222222'
set label 62 '0.00' at screen 0.60611,screen 0.28702 right noenhanced front font face.',14' tc rgb '#222222'
$purchase << EOD
0 18 3.317857143 3.682142857
0 17.98 4.196428571 4.803571429
EOD
$running << EOD
18 22 3.317857143 3.682142857
17.98 21.18 4.196428571 4.803571429
0 4 6.317857143 6.682142857
EOD
$vehicles << EOD
0 4 1.317857143 1.682142857
EOD
$reception << EOD
4 6.8 1.317857143 1.682142857
22 24.5 3.317857143 3.682142857
21.18 22.06 4.196428571 4.803571429
4 6 6.317857143 6.682142857
EOD
$undivided << EOD
0 4.1 5.196428571 5.803571429
EOD
$implied << EOD
0 7 0.3178571429 0.6821428571
EOD
plot $purchase using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#0072B2' fs pattern 4 border lc rgb '#0072B2', \
     $running using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#0072B2' fs solid 1.0 border lc rgb '#0072B2', \
     $vehicles using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#56B4E9' fs solid 1.0 border lc rgb '#0072B2', \
     $reception using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E69F00' fs solid 1.0 border lc rgb '#E69F00', \
     $undivided using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#E2E2E2' fs solid 1.0 border lc rgb '#8C8C8C', \
     $implied using (($1+$2)/2):(($3+$4)/2):1:2:3:4 with boxxyerror fc rgb '#FFFFFF' fs solid 1.0 border lc rgb '#8C8C8C'
