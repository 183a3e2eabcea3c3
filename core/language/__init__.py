"""The languages of the interface: what is said in English in the code, and in another language in a catalogue.

Say a text that a person will read with `t("Show the answer")`; put what varies in with names:
`t("Room {code} is open.", code=code)`. Say what has a plural with `nt("{n} card", "{n} cards", n)`, and a word that
German says in two ways, depending on where it stands, with `pt("verb", "Open")`. A text in a table that is built when
the file is loaded is only marked there, `marked("Learn")`, and said with `t(...)` where it is shown.

`core/language/de/*.po` hold the German, one file an area, so that several people can work at once. Write a new text in
English and run `python -m core language`: it puts what is new into the files, takes out what nobody says any more,
and lists what still has no translation. `docs/authoring.md` has the rules and the words that were chosen.

English costs nothing: `t` returns the text as it is. Outside a page, on the command line and in tests, all is English
until `speaking("de")` says otherwise. Never keep what `t` returned for longer than the run of a page: no `lru_cache`,
no constant of a module.
"""
