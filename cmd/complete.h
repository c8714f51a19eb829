/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What could come next on a command line, for the completions of bash, zsh and fish (cmd/yusuan.bash,
 * _yusuan, yusuan.fish): all three ask `yusuan help --complete WORD…` and know nothing themselves.
 */
#ifndef CMD_COMPLETE_H
#define CMD_COMPLETE_H

/*
 * `words` are those behind the program's name, the last of them unfinished, maybe "". Prints a line a
 * candidate, "word" or "word<tab>what it means", and the one line "/" where the name of a file is
 * wanted. Departments, years and subjects come from the store, where there is one that can be read;
 * nothing is ever said of errors.
 */
void complete_print(char **words);

/* All examples of the help, a line each, as a test runs them. */
void complete_print_examples(void);

#endif
