"""The working half of Allways: it reads, speaks, keeps and writes; `docs/how-it-works.md`.

1. read     source_posts/ → posts              readers/
2. split    running text → sentences with ids  split/
3. script   post → what is spoken              script/
4. narrate  script + voice → sound and cues    narrate/, voices/
5. render   edition → files                    formats/
6. gather   all posts → feed, index, book      formats/
7. judge    what was written is checked        judges/

`publish/steps.py` takes all posts through steps 1 to 6; `publish/up_to_date.py` calls it when
something has changed.
"""

import gc

gc.set_threshold(20_000)
"""Objects after which Python looks for circles that nothing else holds. With its own 700, it looked
through modules and dictionaries, which stay, again and again: 0.25 s of a run of 10 s."""
