<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>rpcm</name>
        <message>
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
        </message>
        <message>
            <source>&amp;About</source>
            <translation>Ü&amp;ber</translation>
        </message>
        <message>
            <source>&amp;Automatic</source>
            <translation>&amp;Automatisch</translation>
        </message>
        <message>
            <source>&amp;Backward</source>
            <translation>&amp;Rückwärts</translation>
        </message>
        <message>
            <source>&amp;Brush</source>
            <translation>&amp;Pinsel</translation>
        </message>
        <message>
            <source>&amp;CUDA GPU</source>
            <translation>&amp;CUDA-GPU</translation>
        </message>
        <message>
            <source>&amp;Clear This Frame</source>
            <translation>Dieses Bild &amp;leeren</translation>
        </message>
        <message>
            <source>&amp;Close Project</source>
            <translation>Projekt s&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>&amp;Command Palette…</source>
            <translation>&amp;Befehlsliste …</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleichen</translation>
        </message>
        <message>
            <source>&amp;Copy Mask</source>
            <translation>Maske &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Delete over Range</source>
            <translation>Im Bereich &amp;löschen</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Gerät</translation>
        </message>
        <message>
            <source>&amp;Display…</source>
            <translation>&amp;Anzeige …</translation>
        </message>
        <message>
            <source>&amp;Distinct Colours</source>
            <translation>&amp;Deutliche Farben</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Entropy Heat Map</source>
            <translation>&amp;Entropie-Wärmebild</translation>
        </message>
        <message>
            <source>&amp;Eraser</source>
            <translation>&amp;Radierer</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren …</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Fill</source>
            <translation>&amp;Füllen</translation>
        </message>
        <message>
            <source>&amp;Fill Holes</source>
            <translation>&amp;Löcher füllen</translation>
        </message>
        <message>
            <source>&amp;Filmstrip</source>
            <translation>&amp;Filmstreifen</translation>
        </message>
        <message>
            <source>&amp;First Frame</source>
            <translation>&amp;Erstes Bild</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>Ein&amp;passen</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>&amp;Vorwärts</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <source>&amp;Grow</source>
            <translation>&amp;Vergrößern</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Help on This</source>
            <translation>&amp;Hilfe hierzu</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>&amp;Verlauf</translation>
        </message>
        <message>
            <source>&amp;Import Masks…</source>
            <translation>Masken &amp;importieren …</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;Larger Brush</source>
            <translation>&amp;Größerer Pinsel</translation>
        </message>
        <message>
            <source>&amp;Lasso</source>
            <translation>&amp;Lasso</translation>
        </message>
        <message>
            <source>&amp;Last Frame</source>
            <translation>&amp;Letztes Bild</translation>
        </message>
        <message>
            <source>&amp;Lock or Unlock</source>
            <translation>&amp;Sperren oder entsperren</translation>
        </message>
        <message>
            <source>&amp;Magic Wand</source>
            <translation>&amp;Zauberstab</translation>
        </message>
        <message>
            <source>&amp;Make a Proxy for Quick Scrubbing</source>
            <translation>Vorschaukopie für schnelles Spulen &amp;anlegen</translation>
        </message>
        <message>
            <source>&amp;Mask</source>
            <translation>&amp;Maske</translation>
        </message>
        <message>
            <source>&amp;Masks</source>
            <translation>&amp;Masken</translation>
        </message>
        <message>
            <source>&amp;Merge Into…</source>
            <translation>&amp;Verschmelzen mit …</translation>
        </message>
        <message>
            <source>&amp;New Object</source>
            <translation>&amp;Neues Objekt</translation>
        </message>
        <message>
            <source>&amp;Next Frame</source>
            <translation>&amp;Nächstes Bild</translation>
        </message>
        <message>
            <source>&amp;Object</source>
            <translation>&amp;Objekt</translation>
        </message>
        <message>
            <source>&amp;Open Video…</source>
            <translation>Video ö&amp;ffnen …</translation>
        </message>
        <message>
            <source>&amp;Outlines Only</source>
            <translation>Nur &amp;Umrisse</translation>
        </message>
        <message>
            <source>&amp;Paste Mask</source>
            <translation>Maske &amp;einfügen</translation>
        </message>
        <message>
            <source>&amp;Patch Pool…</source>
            <translation>&amp;Patch-Vorrat …</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>Ab&amp;spielen</translation>
        </message>
        <message>
            <source>&amp;Polygon</source>
            <translation>P&amp;olygon</translation>
        </message>
        <message>
            <source>&amp;Previous Frame</source>
            <translation>&amp;Voriges Bild</translation>
        </message>
        <message>
            <source>&amp;Previous Object</source>
            <translation>&amp;Voriges Objekt</translation>
        </message>
        <message>
            <source>&amp;Propagate</source>
            <translation>&amp;Propagieren</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Reliability Map</source>
            <translation>&amp;Zuverlässigkeitskarte</translation>
        </message>
        <message>
            <source>&amp;Remove the Proxy</source>
            <translation>Vorschaukopie ent&amp;fernen</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>&amp;Umbenennen …</translation>
        </message>
        <message>
            <source>&amp;Save Now</source>
            <translation>Jetzt &amp;speichern</translation>
        </message>
        <message>
            <source>&amp;Scissors</source>
            <translation>&amp;Schere</translation>
        </message>
        <message>
            <source>&amp;Select</source>
            <translation>&amp;Auswählen</translation>
        </message>
        <message>
            <source>&amp;Shrink</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>&amp;Side by Side</source>
            <translation>&amp;Nebeneinander</translation>
        </message>
        <message>
            <source>&amp;Smaller Brush</source>
            <translation>&amp;Kleinerer Pinsel</translation>
        </message>
        <message>
            <source>&amp;Split Off Pieces</source>
            <translation>&amp;Teile abspalten</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Anhalten</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>&amp;Werkzeuge</translation>
        </message>
        <message>
            <source>&amp;Tour</source>
            <translation>&amp;Tour</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;What's This?</source>
            <translation>&amp;Was ist das?</translation>
        </message>
        <message>
            <source>&amp;Whole Clip</source>
            <translation>&amp;Ganzes Video</translation>
        </message>
        <message>
            <source>&amp;Wipe</source>
            <translation>&amp;Wischlinie</translation>
        </message>
        <message>
            <source>'{dataset}' lists no clips.</source>
            <translation>„{dataset}“ führt keine Clips auf.</translation>
        </message>
        <message>
            <source>'{file}' holds fractions, not colours.</source>
            <translation>'{file}' enthält Brüche statt Farben.</translation>
        </message>
        <message>
            <source>'{file}' is a ZIP archive.</source>
            <translation>'{file}' ist ein ZIP-Archiv.</translation>
        </message>
        <message>
            <source>'{file}' is no XML: {reason}.</source>
            <translation>'{file}' ist kein XML: {reason}.</translation>
        </message>
        <message>
            <source>'{file}' is no file in the format CVAT for video 1.1.</source>
            <translation>'{file}' ist keine Datei im Format CVAT for video 1.1.</translation>
        </message>
        <message>
            <source>'{file}' is no image.</source>
            <translation>'{file}' ist kein Bild.</translation>
        </message>
        <message>
            <source>'{file}' is {width}x{height} pixels, but '{first}' is {first_size}.</source>
            <translation>'{file}' hat {width}x{height} Bildpunkte, '{first}' aber {first_size}.</translation>
        </message>
        <message>
            <source>'{folder}' has no folder '{part}'.</source>
            <translation>'{folder}' hat keinen Ordner '{part}'.</translation>
        </message>
        <message>
            <source>'{folder}' holds no sequences.</source>
            <translation>'{folder}' enthält keine Sequenzen.</translation>
        </message>
        <message>
            <source>'{log}' holds changes of a project that was at '{path}' and would be mixed into a new one.</source>
            <translation>„{log}“ enthält Änderungen eines Projekts, das bei „{path}“ lag, und würde in ein neues gemischt.</translation>
        </message>
        <message>
            <source>'{name}' breaks off: of {count} frames only the first {readable} can be read.</source>
            <translation>'{name}' bricht ab: von {count} Bildern lassen sich nur die ersten {readable} lesen.</translation>
        </message>
        <message>
            <source>'{other}' and '{file}' in '{folder}' share a name.</source>
            <translation>'{other}' und '{file}' in '{folder}' heißen gleich.</translation>
        </message>
        <message>
            <source>'{path}' already exists.</source>
            <translation>'{path}' gibt es schon.</translation>
        </message>
        <message>
            <source>'{path}' changed on the disk while it was open.</source>
            <translation>'{path}' wurde auf dem Datenträger geändert, während es offen war.</translation>
        </message>
        <message>
            <source>'{path}' changed since it was annotated.</source>
            <translation>'{path}' wurde seit dem Annotieren geändert.</translation>
        </message>
        <message>
            <source>'{path}' changed while its new content was written; it was left as it is.</source>
            <translation>„{path}“ wurde geändert, während der neue Inhalt geschrieben wurde; es blieb, wie es ist.</translation>
        </message>
        <message>
            <source>'{path}' changed while its proxy was made.</source>
            <translation>'{path}' wurde geändert, während die Vorschaukopie entstand.</translation>
        </message>
        <message>
            <source>'{path}' has a name that is not UTF-8, which a project cannot store.</source>
            <translation>„{path}“ hat einen Namen, der nicht UTF-8 ist; ein Projekt kann ihn nicht speichern.</translation>
        </message>
        <message>
            <source>'{path}' has changes in '{log}': it is open, or a program that had it open was killed.</source>
            <translation>„{path}“ hat Änderungen in „{log}“: Es ist geöffnet, oder ein Programm, das es geöffnet hatte, wurde abgebrochen.</translation>
        </message>
        <message>
            <source>'{path}' has masks for frames {first} to {last}, the video has 1 to {count}.</source>
            <translation>„{path}“ hat Masken für die Bilder {first} bis {last}, das Video hat 1 bis {count}.</translation>
        </message>
        <message>
            <source>'{path}' has masks for {count} frames, which '{name}' with its {frames} frames does not have (such as '{missing}').</source>
            <translation>'{path}' hat Masken für {count} Bilder, die '{name}' mit {frames} Bildern nicht hat (etwa '{missing}').</translation>
        </message>
        <message>
            <source>'{path}' has no clip '{part}'.</source>
            <translation>'{path}' hat kein Video '{part}'.</translation>
        </message>
        <message>
            <source>'{path}' has no set '{part}'.</source>
            <translation>'{path}' hat keinen Satz '{part}'.</translation>
        </message>
        <message>
            <source>'{path}' has {count} frames of {size} pixels; when {name} was annotated it had {known_count} of {known_size}.</source>
            <translation>„{path}“ hat {count} Bilder mit {size} Pixeln; als {name} annotiert wurde, waren es {known_count} mit {known_size}.</translation>
        </message>
        <message>
            <source>'{path}' holds '{thing}', which is being read; overwriting would delete it.</source>
            <translation>„{path}“ enthält „{thing}“, das gerade gelesen wird; Überschreiben würde es löschen.</translation>
        </message>
        <message>
            <source>'{path}' holds no '{part}'.</source>
            <translation>'{path}' enthält kein '{part}'.</translation>
        </message>
        <message>
            <source>'{path}' holds no COCO file.</source>
            <translation>'{path}' enthält keine COCO-Datei.</translation>
        </message>
        <message>
            <source>'{path}' holds no YouTube-VIS file.</source>
            <translation>'{path}' enthält keine YouTube-VIS-Datei.</translation>
        </message>
        <message>
            <source>'{path}' holds no files of LabelMe.</source>
            <translation>'{path}' enthält keine Dateien von LabelMe.</translation>
        </message>
        <message>
            <source>'{path}' holds no label files of YOLO.</source>
            <translation>„{path}“ enthält keine Label-Dateien von YOLO.</translation>
        </message>
        <message>
            <source>'{path}' holds no mask pictures.</source>
            <translation>'{path}' enthält keine Maskenbilder.</translation>
        </message>
        <message>
            <source>'{path}' holds no masks.</source>
            <translation>'{path}' enthält keine Masken.</translation>
        </message>
        <message>
            <source>'{path}' holds no video.</source>
            <translation>'{path}' enthält kein Video.</translation>
        </message>
        <message>
            <source>'{path}' holds other things ('{thing}'), which overwriting would delete.</source>
            <translation>'{path}' enthält anderes ('{thing}'), das beim Überschreiben gelöscht würde.</translation>
        </message>
        <message>
            <source>'{path}' is a dataset of {count} clips: {names}.</source>
            <translation>'{path}' ist ein Datensatz mit {count} Videos: {names}.</translation>
        </message>
        <message>
            <source>'{path}' is a folder, not a video.</source>
            <translation>'{path}' ist ein Ordner, kein Video.</translation>
        </message>
        <message>
            <source>'{path}' is a single picture, not a video.</source>
            <translation>'{path}' ist ein einzelnes Bild, kein Video.</translation>
        </message>
        <message>
            <source>'{path}' is a single picture.</source>
            <translation>'{path}' ist ein einzelnes Bild.</translation>
        </message>
        <message>
            <source>'{path}' is damaged, or of a kind that cannot be read.</source>
            <translation>„{path}“ ist beschädigt oder von einer Art, die nicht gelesen werden kann.</translation>
        </message>
        <message>
            <source>'{path}' is in none of the formats that can be recognised.</source>
            <translation>'{path}' hat keines der erkennbaren Formate.</translation>
        </message>
        <message>
            <source>'{path}' is no DAVIS dataset: it has no folder '{part}'.</source>
            <translation>'{path}' ist kein DAVIS-Datensatz: der Ordner '{part}' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is no MOTS dataset: it has no '{part}'.</source>
            <translation>'{path}' ist kein MOTS-Datensatz: '{part}' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is no YOLO dataset: it has no 'labels'.</source>
            <translation>'{path}' ist kein YOLO-Datensatz: 'labels' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is no YouTube-VOS dataset: no 'Annotations'.</source>
            <translation>'{path}' ist kein YouTube-VOS-Datensatz: 'Annotations' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is no text in UTF-8.</source>
            <translation>'{path}' ist kein Text in UTF-8.</translation>
        </message>
        <message>
            <source>'{path}' is no valid {kind}: {reason}.</source>
            <translation>'{path}' ist ungültig ({kind}): {reason}.</translation>
        </message>
        <message>
            <source>'{path}' is not a project, so it is not replaced.</source>
            <translation>„{path}“ ist kein Projekt und wird darum nicht ersetzt.</translation>
        </message>
        <message>
            <source>'{path}' is not a video, or it breaks off before its index.</source>
            <translation>'{path}' ist kein Video, oder es bricht vor seinem Verzeichnis ab.</translation>
        </message>
        <message>
            <source>'{path}' is of a dataset of keypoints, which are no masks.</source>
            <translation>„{path}“ gehört zu einem Datensatz von Schlüsselpunkten, die keine Masken sind.</translation>
        </message>
        <message>
            <source>'{path}' was not written by this program, or changed since.</source>
            <translation>„{path}“ wurde nicht von diesem Programm geschrieben oder seitdem geändert.</translation>
        </message>
        <message>
            <source>'{thing}' in '{path}' changed since this program wrote it; overwriting would lose that.</source>
            <translation>„{thing}“ in „{path}“ wurde geändert, seit dieses Programm es geschrieben hat; Überschreiben würde das verlieren.</translation>
        </message>
        <message>
            <source>, {count} left out</source>
            <translation>, {count} ausgelassen</translation>
        </message>
        <message>
            <source>16 bit (bfloat16)</source>
            <translation>16 Bit (bfloat16)</translation>
        </message>
        <message>
            <source>16 bit (half)</source>
            <translation>16 Bit (half)</translation>
        </message>
        <message>
            <source>32 bit (most exact)</source>
            <translation>32 Bit (am genauesten)</translation>
        </message>
        <message>
            <source>; and {count} more</source>
            <translation>; und {count} weitere</translation>
        </message>
        <message>
            <source>A black and white PNG for each object and frame.</source>
            <translation>Ein schwarz-weißes PNG für jedes Objekt und Bild.</translation>
        </message>
        <message>
            <source>A class mask holds 254 categories.</source>
            <translation>Eine Klassenmaske fasst 254 Kategorien.</translation>
        </message>
        <message>
            <source>A folder of JPEG or PNG frames</source>
            <translation>Ein Ordner mit JPEG- oder PNG-Bildern</translation>
        </message>
        <message>
            <source>A grey PNG for each object and frame: how sure each pixel is to belong to it.</source>
            <translation>Ein graues PNG für jedes Objekt und Bild: wie sicher jeder Bildpunkt dazugehört.</translation>
        </message>
        <message>
            <source>A propagation is under way.</source>
            <translation>Ein Durchlauf ist im Gange.</translation>
        </message>
        <message>
            <source>A reviewed frame is never changed by a run</source>
            <translation>Ein geprüftes Bild ändert kein Durchlauf</translation>
        </message>
        <message>
            <source>A table with area, box and reliability of each object on each frame.</source>
            <translation>Eine Tabelle mit Fläche, Rahmen und Zuverlässigkeit jedes Objekts in jedem Bild.</translation>
        </message>
        <message>
            <source>A tablet's pen paints as wide as it is pressed</source>
            <translation>Der Stift eines Tabletts malt so breit, wie er gedrückt wird</translation>
        </message>
        <message>
            <source>A video to show: masks laid over the frames, at the source's frame rate.</source>
            <translation>Ein Video zum Zeigen: Masken über den Bildern, mit der Bildrate der Quelle.</translation>
        </message>
        <message>
            <source>About RPCM Annotator</source>
            <translation>Über RPCM Annotator</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Aktionen und ihre Tasten</translation>
        </message>
        <message>
            <source>Adapt those: only they are small enough to learn in a minute.</source>
            <translation>Stimmen Sie solche fein ab: nur sie sind klein genug, um in einer Minute zu lernen.</translation>
        </message>
        <message>
            <source>Add an object</source>
            <translation>Ein Objekt hinzufügen</translation>
        </message>
        <message>
            <source>Add the copied mask to the current object</source>
            <translation>Die kopierte Maske zum aktuellen Objekt hinzufügen</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translation>{name} hinzufügen</translation>
        </message>
        <message>
            <source>All frames</source>
            <translation>Alle Bilder</translation>
        </message>
        <message>
            <source>All frames of a folder must have one size: move the others to a folder of their own or resize them.</source>
            <translation>Alle Bilder eines Ordners müssen gleich groß sein: legen Sie die anderen in einen eigenen Ordner, oder ändern Sie ihre Größe.</translation>
        </message>
        <message>
            <source>All keys are the defaults again.</source>
            <translation>Alle Tasten sind wieder die Vorgaben.</translation>
        </message>
        <message>
            <source>All objects</source>
            <translation>Alle Objekte</translation>
        </message>
        <message>
            <source>All pages must have one size: save the others in a file of their own.</source>
            <translation>Alle Seiten müssen gleich groß sein: speichern Sie die anderen in einer eigenen Datei.</translation>
        </message>
        <message>
            <source>Annotate a frame that shows more of it, crop the video around it, or use --full-resolution.</source>
            <translation>Annotieren Sie ein Bild, das mehr davon zeigt, schneiden Sie das Video darum herum zu, oder nutzen Sie --full-resolution.</translation>
        </message>
        <message>
            <source>Another change over a range is still under way.</source>
            <translation>Eine andere Änderung über einen Bereich ist noch im Gange.</translation>
        </message>
        <message>
            <source>Another program holds the project {path}.</source>
            <translation>Ein anderes Programm hält das Projekt {path} fest.</translation>
        </message>
        <message>
            <source>Apple &amp;GPU (MPS)</source>
            <translation>Apple-&amp;GPU (MPS)</translation>
        </message>
        <message>
            <source>As it was opened</source>
            <translation>Wie geöffnet</translation>
        </message>
        <message>
            <source>As the source names its frames</source>
            <translation>Wie die Quelle ihre Bilder nennt</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Background only</source>
            <translation>Nur Hintergrund</translation>
        </message>
        <message>
            <source>Backspace / Esc</source>
            <translation>Rücktaste / Esc</translation>
        </message>
        <message>
            <source>Backward from frame {start} to {first}</source>
            <translation>Rückwärts von Bild {start} bis {first}</translation>
        </message>
        <message>
            <source>Backward to the &amp;Previous Seed</source>
            <translation>Rückwärts zur &amp;vorigen Vorgabe</translation>
        </message>
        <message>
            <source>Beginning of the file</source>
            <translation>Anfang der Datei</translation>
        </message>
        <message>
            <source>Beginning of {name}, of the frames shown below</source>
            <translation>Anfang von {name}, zu den unten gezeigten Bildern</translation>
        </message>
        <message>
            <source>Between the Seeds &amp;Around</source>
            <translation>Zwischen den Vorgaben &amp;ringsum</translation>
        </message>
        <message>
            <source>Binary PNG per object</source>
            <translation>Binäres PNG je Objekt</translation>
        </message>
        <message>
            <source>Bo&amp;x to Mask</source>
            <translation>Rahmen zu &amp;Maske</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>Beide</translation>
        </message>
        <message>
            <source>Both &amp;Ways</source>
            <translation>&amp;Beide Richtungen</translation>
        </message>
        <message>
            <source>Both ways from frame {start}, {first} to {last}</source>
            <translation>Beide Richtungen von Bild {start}, {first} bis {last}</translation>
        </message>
        <message>
            <source>Box to Mask</source>
            <translation>Rahmen zu Maske</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <source>Bring masks of a dataset into this project</source>
            <translation>Masken eines Datensatzes in dieses Projekt holen</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Durchsuchen …</translation>
        </message>
        <message>
            <source>Brush size</source>
            <translation>Pinselgröße</translation>
        </message>
        <message>
            <source>Brush size in image pixels  [[, ], Ctrl+wheel]</source>
            <translation>Pinselgröße in Bildpunkten  [[, ], Strg+Mausrad]</translation>
        </message>
        <message>
            <source>Brush size in pixels</source>
            <translation>Pinselgröße in Bildpunkten</translation>
        </message>
        <message>
            <source>Brush size, coarse</source>
            <translation>Pinselgröße, grob</translation>
        </message>
        <message>
            <source>Brush stroke</source>
            <translation>Pinselstrich</translation>
        </message>
        <message>
            <source>Bundled: {names}; or give a file.</source>
            <translation>Beigelegt: {names}; oder nennen Sie eine Datei.</translation>
        </message>
        <message>
            <source>By frame number</source>
            <translation>Nach Bildnummer</translation>
        </message>
        <message>
            <source>C&amp;PU</source>
            <translation>C&amp;PU</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the job</source>
            <translation>Die Aufgabe abbrechen</translation>
        </message>
        <message>
            <source>Cannot read '{path}': {reason}.</source>
            <translation>'{path}' kann nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <source>Cannot remove '{path}': {reason}.</source>
            <translation>'{path}' kann nicht gelöscht werden: {reason}.</translation>
        </message>
        <message>
            <source>Cannot write '{path}': it is the current folder.</source>
            <translation>„{path}“ kann nicht geschrieben werden: Es ist der aktuelle Ordner.</translation>
        </message>
        <message>
            <source>Cannot write '{path}': {reason}.</source>
            <translation>'{path}' kann nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <source>Canvas</source>
            <translation>Leinwand</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Category for rows</source>
            <translation>Kategorie für die Zeilen</translation>
        </message>
        <message>
            <source>Change &amp;Colour…</source>
            <translation>&amp;Farbe ändern …</translation>
        </message>
        <message>
            <source>Change S&amp;hortcuts…</source>
            <translation>&amp;Tastenkürzel ändern …</translation>
        </message>
        <message>
            <source>Change its permissions.</source>
            <translation>Ändern Sie ihre Rechte.</translation>
        </message>
        <message>
            <source>Change shortcuts</source>
            <translation>Tastenkürzel ändern</translation>
        </message>
        <message>
            <source>Change the permissions of the file or folder, or choose another place.</source>
            <translation>Ändern Sie die Rechte der Datei oder des Ordners, oder wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <source>Changes kept in memory: {count}. They are saved as soon as that works; do not close the program yet.</source>
            <translation>Änderungen im Speicher: {count}. Sie werden gespeichert, sobald das geht; schließen Sie das Programm noch nicht.</translation>
        </message>
        <message>
            <source>Check that its disk or network drive is connected and has room, then open the project again.</source>
            <translation>Prüfen Sie, ob Datenträger oder Netzlaufwerk verbunden ist und Platz hat, dann öffnen Sie das Projekt noch einmal.</translation>
        </message>
        <message>
            <source>Check that its folder exists and that you may read and write there.</source>
            <translation>Prüfen Sie, ob es den Ordner gibt und Sie dort lesen und schreiben dürfen.</translation>
        </message>
        <message>
            <source>Check the disk and the path, then try again.</source>
            <translation>Prüfen Sie Datenträger und Pfad, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Check the folder and the name around the number.</source>
            <translation>Prüfen Sie den Ordner und den Namen um die Nummer herum.</translation>
        </message>
        <message>
            <source>Check the name, or open the video to start a new project.</source>
            <translation>Prüfen Sie den Namen, oder öffnen Sie das Video, um ein neues Projekt zu beginnen.</translation>
        </message>
        <message>
            <source>Check the path; the file may have been moved or renamed.</source>
            <translation>Prüfen Sie den Pfad; die Datei wurde vielleicht verschoben oder umbenannt.</translation>
        </message>
        <message>
            <source>Check the permissions of the file and its folder, or copy the project to a folder of yours.</source>
            <translation>Prüfen Sie die Rechte der Datei und ihres Ordners, oder kopieren Sie das Projekt in einen eigenen Ordner.</translation>
        </message>
        <message>
            <source>Check the permissions of the file and its folder.</source>
            <translation>Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
        </message>
        <message>
            <source>Checking {name}</source>
            <translation>{name} wird geprüft</translation>
        </message>
        <message>
            <source>Choose a dataset of masks or polygons, and the video that it was made from.</source>
            <translation>Wählen Sie einen Datensatz aus Masken oder Polygonen und das Video, aus dem er entstand.</translation>
        </message>
        <message>
            <source>Choose a dataset with clips in it, or another set of it.</source>
            <translation>Wählen Sie einen Datensatz mit Clips darin oder einen anderen Teil davon.</translation>
        </message>
        <message>
            <source>Choose a file that ends in .rpcm and was made here; to annotate a video, open the video itself.</source>
            <translation>Wählen Sie eine Datei, die auf .rpcm endet und hier entstand; um ein Video zu annotieren, öffnen Sie das Video selbst.</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>Wählen Sie eine Datei.</translation>
        </message>
        <message>
            <source>Choose a folder with JPEG, PNG, BMP, TIFF or WebP files.</source>
            <translation>Wählen Sie einen Ordner mit JPEG-, PNG-, BMP-, TIFF- oder WebP-Dateien.</translation>
        </message>
        <message>
            <source>Choose a new or an empty folder.</source>
            <translation>Wählen Sie einen neuen oder leeren Ordner.</translation>
        </message>
        <message>
            <source>Choose a path whose parents are folders.</source>
            <translation>Wählen Sie einen Pfad, der über Ordner führt.</translation>
        </message>
        <message>
            <source>Choose a pattern of JPEG, PNG, BMP, TIFF or WebP files.</source>
            <translation>Wählen Sie ein Muster von JPEG-, PNG-, BMP-, TIFF- oder WebP-Dateien.</translation>
        </message>
        <message>
            <source>Choose a place that can be written to.</source>
            <translation>Wählen Sie einen Ort, an dem geschrieben werden kann.</translation>
        </message>
        <message>
            <source>Choose a shorter name.</source>
            <translation>Wählen Sie einen kürzeren Namen.</translation>
        </message>
        <message>
            <source>Choose a video (mp4, mov, mkv, avi, webm ...) or a folder of images.</source>
            <translation>Wählen Sie ein Video (mp4, mov, mkv, avi, webm ...) oder einen Ordner mit Bildern.</translation>
        </message>
        <message>
            <source>Choose a video (mp4, mov, mkv, avi, webm ...) or a folder of images. If it was copied or recorded, get it again: the end of it may be missing.</source>
            <translation>Wählen Sie ein Video (mp4, mov, mkv, avi, webm ...) oder einen Ordner mit Bildern. Wurde es kopiert oder aufgenommen, holen Sie es noch einmal: vielleicht fehlt das Ende.</translation>
        </message>
        <message>
            <source>Choose an action, click into the field and press a key.</source>
            <translation>Wählen Sie eine Aktion, klicken Sie in das Feld und drücken Sie eine Taste.</translation>
        </message>
        <message>
            <source>Choose another folder, or try again.</source>
            <translation>Wählen Sie einen anderen Ordner oder versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Choose another mode than “background only” to replace it.</source>
            <translation>Wählen Sie einen anderen Modus als „Nur Hintergrund“, um es zu ersetzen.</translation>
        </message>
        <message>
            <source>Choose another name for the repaired project.</source>
            <translation>Wählen Sie einen anderen Namen für das reparierte Projekt.</translation>
        </message>
        <message>
            <source>Choose another name, or allow it to be overwritten.</source>
            <translation>Wählen Sie einen anderen Namen, oder erlauben Sie das Überschreiben.</translation>
        </message>
        <message>
            <source>Choose another name, or move that file away.</source>
            <translation>Wählen Sie einen anderen Namen oder verschieben Sie diese Datei.</translation>
        </message>
        <message>
            <source>Choose another name, or move the file away.</source>
            <translation>Wählen Sie einen anderen Namen oder verschieben Sie die Datei.</translation>
        </message>
        <message>
            <source>Choose another name, or remove the file.</source>
            <translation>Wählen Sie einen anderen Namen, oder entfernen Sie die Datei.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>Choose another set.</source>
            <translation>Wählen Sie einen anderen Teil.</translation>
        </message>
        <message>
            <source>Choose auto or cpu; `rpcm doctor` lists what was found.</source>
            <translation>Wählen Sie auto oder cpu; `rpcm doctor` zeigt, was gefunden wurde.</translation>
        </message>
        <message>
            <source>Choose file…</source>
            <translation>Datei wählen …</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>Ordner wählen …</translation>
        </message>
        <message>
            <source>Choose frames of the clip.</source>
            <translation>Wählen Sie Bilder des Videos.</translation>
        </message>
        <message>
            <source>Choose masks made for this clip.</source>
            <translation>Wählen Sie Masken, die für dieses Video gemacht sind.</translation>
        </message>
        <message>
            <source>Choose objects of the clip.</source>
            <translation>Wählen Sie Objekte des Videos.</translation>
        </message>
        <message>
            <source>Choose one of segmentation.</source>
            <translation>Wählen Sie einen zur Segmentierung.</translation>
        </message>
        <message>
            <source>Choose other objects to propagate, or go to a frame that has them.</source>
            <translation>Wählen Sie andere Objekte zum Propagieren oder gehen Sie zu einem Bild, das sie hat.</translation>
        </message>
        <message>
            <source>Choose the JSON file, or the folder of the dataset.</source>
            <translation>Wählen Sie die JSON-Datei oder den Ordner des Datensatzes.</translation>
        </message>
        <message>
            <source>Choose the JSON file, or the folder with 'annotations' in it.</source>
            <translation>Wählen Sie die JSON-Datei, oder den Ordner, in dem 'annotations' liegt.</translation>
        </message>
        <message>
            <source>Choose the current object's colour</source>
            <translation>Die Farbe des aktuellen Objekts wählen</translation>
        </message>
        <message>
            <source>Choose the folder at the top of the dataset, or say which format it is.</source>
            <translation>Wählen Sie den obersten Ordner des Datensatzes, oder sagen Sie, welches Format es ist.</translation>
        </message>
        <message>
            <source>Choose the folder that holds 'JPEGImages' and 'Annotations'.</source>
            <translation>Wählen Sie den Ordner, in dem 'JPEGImages' und 'Annotations' liegen.</translation>
        </message>
        <message>
            <source>Choose the folder that holds 'labels' with them.</source>
            <translation>Wählen Sie den Ordner, in dem „labels“ mit ihnen liegt.</translation>
        </message>
        <message>
            <source>Choose the folder that holds '{part}'.</source>
            <translation>Wählen Sie den Ordner, in dem '{part}' liegt.</translation>
        </message>
        <message>
            <source>Choose the folder that holds a folder of PNG for each object.</source>
            <translation>Wählen Sie den Ordner, der je Objekt einen Ordner mit PNG enthält.</translation>
        </message>
        <message>
            <source>Choose the folder that holds it.</source>
            <translation>Wählen Sie den Ordner, in dem es liegt.</translation>
        </message>
        <message>
            <source>Choose the folder that holds one mask for each frame.</source>
            <translation>Wählen Sie den Ordner, der je Bild eine Maske enthält.</translation>
        </message>
        <message>
            <source>Choose the folder with the JSON files in it.</source>
            <translation>Wählen Sie den Ordner mit den JSON-Dateien.</translation>
        </message>
        <message>
            <source>Choose the name of a file.</source>
            <translation>Wählen Sie den Namen einer Datei.</translation>
        </message>
        <message>
            <source>Choose the name of a folder.</source>
            <translation>Wählen Sie den Namen eines Ordners.</translation>
        </message>
        <message>
            <source>Choose the original, or confirm that this one has the same frames: masks would sit on wrong frames otherwise.</source>
            <translation>Wählen Sie das Original, oder bestätigen Sie, dass dieses dieselben Bilder hat: sonst lägen Masken auf falschen Bildern.</translation>
        </message>
        <message>
            <source>Choose the video or folder that the masks were made from.</source>
            <translation>Wählen Sie das Video oder den Ordner, aus dem die Masken entstanden.</translation>
        </message>
        <message>
            <source>Choose your own keys</source>
            <translation>Eigene Tasten wählen</translation>
        </message>
        <message>
            <source>Choose “When asked” in the settings.</source>
            <translation>Wählen Sie in den Einstellungen „Auf Wunsch“.</translation>
        </message>
        <message>
            <source>Clear Frame {frame}</source>
            <translation>Bild {frame} leeren</translation>
        </message>
        <message>
            <source>Click along an edge; Enter closes</source>
            <translation>An einer Kante entlang klicken; Eingabe schließt</translation>
        </message>
        <message>
            <source>Click anything to read what it is</source>
            <translation>Etwas anklicken, um zu lesen, was es ist</translation>
        </message>
        <message>
            <source>Click points; Enter closes, Esc cancels</source>
            <translation>Punkte klicken; Eingabe schließt, Esc bricht ab</translation>
        </message>
        <message>
            <source>Clip</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Clips that it has: {names}.</source>
            <translation>Vorhandene Videos: {names}.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Close it there, then try again.</source>
            <translation>Schließen Sie es dort, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Close it, then repair it: rpcm project repair FILE</source>
            <translation>Schließen Sie es und reparieren Sie es: rpcm project repair DATEI</translation>
        </message>
        <message>
            <source>Close it. If nothing has it open, take the changes in: rpcm project compact {name}</source>
            <translation>Schließen Sie es. Wenn nichts es geöffnet hat, übernehmen Sie die Änderungen: rpcm project compact {name}</translation>
        </message>
        <message>
            <source>Close other programs that use it, choose a smaller pool budget or frame size, or run on another device (cpu). Frames finished so far are kept.</source>
            <translation>Schließen Sie andere Programme, die es nutzen, wählen Sie einen kleineren Patch-Vorrat oder kleinere Bilder, oder rechnen Sie auf einem anderen Gerät (cpu). Was fertig ist, bleibt.</translation>
        </message>
        <message>
            <source>Close other programs.</source>
            <translation>Schließen Sie andere Programme.</translation>
        </message>
        <message>
            <source>Close the other program (a database browser, a backup or synchronisation) and try again.</source>
            <translation>Schließen Sie das andere Programm (Datenbankbetrachter, Sicherung oder Synchronisierung), und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Close the polygon or scissors' line</source>
            <translation>Polygon oder Scherenlinie schließen</translation>
        </message>
        <message>
            <source>Close the project; everything is saved already</source>
            <translation>Das Projekt schließen; alles ist schon gespeichert</translation>
        </message>
        <message>
            <source>Collec&amp;t with Its Video…</source>
            <translation>Mit Video &amp;zusammenstellen …</translation>
        </message>
        <message>
            <source>Collect into a new folder</source>
            <translation>In einem neuen Ordner zusammenstellen</translation>
        </message>
        <message>
            <source>Collect into {name}</source>
            <translation>Zusammenstellen in {name}</translation>
        </message>
        <message>
            <source>Collected into {path}, which opens wherever you move it.</source>
            <translation>Zusammengestellt in {path}; es lässt sich überall öffnen, wohin Sie es auch verschieben.</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>Farbe von {name}</translation>
        </message>
        <message>
            <source>Colour-&amp;Blind-Safe Colours</source>
            <translation>Farben für &amp;Farbenblinde</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Compare beside the masks</source>
            <translation>Neben den Masken vergleichen</translation>
        </message>
        <message>
            <source>Compare left of a line that can be dragged</source>
            <translation>Links von einer verschiebbaren Linie vergleichen</translation>
        </message>
        <message>
            <source>Compare with the bare frame</source>
            <translation>Mit dem bloßen Bild vergleichen</translation>
        </message>
        <message>
            <source>Compare with the entropy heat map</source>
            <translation>Mit dem Entropie-Wärmebild vergleichen</translation>
        </message>
        <message>
            <source>Compare with the reliability map</source>
            <translation>Mit der Zuverlässigkeitskarte vergleichen</translation>
        </message>
        <message>
            <source>Compute on: auto</source>
            <translation>Rechnen auf: automatisch</translation>
        </message>
        <message>
            <source>Compute on: cpu</source>
            <translation>Rechnen auf: CPU</translation>
        </message>
        <message>
            <source>Compute on: cuda</source>
            <translation>Rechnen auf: CUDA</translation>
        </message>
        <message>
            <source>Compute on: mps</source>
            <translation>Rechnen auf: MPS</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>Convert the video to one size, for example with ffmpeg.</source>
            <translation>Wandeln Sie das Video in eine einzige Größe um, zum Beispiel mit ffmpeg.</translation>
        </message>
        <message>
            <source>Convert them to PNG or JPEG.</source>
            <translation>Wandeln Sie sie in PNG oder JPEG um.</translation>
        </message>
        <message>
            <source>Copy it again, or export it with 8 or 16 bits for each channel.</source>
            <translation>Kopieren Sie es noch einmal, oder exportieren Sie es mit 8 oder 16 Bit je Kanal.</translation>
        </message>
        <message>
            <source>Copy it again.</source>
            <translation>Kopieren Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>Copy it to a folder that you can write, and open the copy.</source>
            <translation>Kopieren Sie es in einen Ordner, in den Sie schreiben können, und öffnen Sie die Kopie.</translation>
        </message>
        <message>
            <source>Copy one first (Ctrl+C).</source>
            <translation>Kopieren Sie zuerst eine (Strg+C).</translation>
        </message>
        <message>
            <source>Copy or export the file again.</source>
            <translation>Kopieren oder exportieren Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <source>Copy or export the video again; the frames before can be used as they are.</source>
            <translation>Kopieren oder exportieren Sie das Video noch einmal; die Bilder davor sind so brauchbar.</translation>
        </message>
        <message>
            <source>Copy project, video and fine-tuned network into a new folder, which opens anywhere</source>
            <translation>Projekt, Video und feinabgestimmtes Netz in einen neuen Ordner kopieren, der sich überall öffnen lässt</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <source>Copy the current object's mask</source>
            <translation>Die Maske des aktuellen Objekts kopieren</translation>
        </message>
        <message>
            <source>Copy the current object's mask to every frame of the range</source>
            <translation>Die Maske des aktuellen Objekts in jedes Bild des Bereichs kopieren</translation>
        </message>
        <message>
            <source>Copy the current object's mask to the next frame and go there</source>
            <translation>Die Maske des aktuellen Objekts ins nächste Bild kopieren und dorthin gehen</translation>
        </message>
        <message>
            <source>Copy to &amp;Next Frame</source>
            <translation>Ins &amp;nächste Bild kopieren</translation>
        </message>
        <message>
            <source>Copy to &amp;Range</source>
            <translation>In den &amp;Bereich kopieren</translation>
        </message>
        <message>
            <source>Copy to Next Frame</source>
            <translation>Ins nächste Bild kopieren</translation>
        </message>
        <message>
            <source>Copy to {name}</source>
            <translation>Kopie nach {name}</translation>
        </message>
        <message>
            <source>Copy {name} to Frames {first}–{last}</source>
            <translation>{name} in die Bilder {first}–{last} kopieren</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>Korrigieren</translation>
        </message>
        <message>
            <source>Correct it</source>
            <translation>Korrigieren</translation>
        </message>
        <message>
            <source>Counted from 0</source>
            <translation>Ab 0 gezählt</translation>
        </message>
        <message>
            <source>Ctrl+Wheel</source>
            <translation>Strg+Mausrad</translation>
        </message>
        <message>
            <source>Cut it with the eraser first; every piece but the largest then becomes a new object.</source>
            <translation>Zerschneiden Sie es zuerst mit dem Radierer; dann wird jedes Teil außer dem größten zu einem neuen Objekt.</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Dataset</source>
            <translation>Datensatz</translation>
        </message>
        <message>
            <source>Decoding…</source>
            <translation>Wird dekodiert …</translation>
        </message>
        <message>
            <source>Delete {name} on Frames {first}–{last}</source>
            <translation>{name} in den Bildern {first}–{last} löschen</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Detailgrad</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Gerät</translation>
        </message>
        <message>
            <source>Device, precision, detail and pool count from the next propagation on.</source>
            <translation>Gerät, Genauigkeit, Detailgrad und Vorrat gelten ab dem nächsten Durchlauf.</translation>
        </message>
        <message>
            <source>Device, precision, patch pool, theme</source>
            <translation>Gerät, Genauigkeit, Patch-Vorrat, Farbschema</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>Anzeige</translation>
        </message>
        <message>
            <source>Do anything by its name</source>
            <translation>Alles über seinen Namen tun</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>Fertig.</translation>
        </message>
        <message>
            <source>Drag a box around an object to find its mask</source>
            <translation>Einen Rahmen um ein Objekt ziehen, um seine Maske zu finden</translation>
        </message>
        <message>
            <source>Drag it around the whole object.</source>
            <translation>Ziehen Sie ihn um das ganze Objekt.</translation>
        </message>
        <message>
            <source>Drag the picture (also: middle button, or hold Space)</source>
            <translation>Das Bild verschieben (auch: mittlere Taste oder Leertaste halten)</translation>
        </message>
        <message>
            <source>Draw around it by hand (right button erases inside)</source>
            <translation>Von Hand umfahren (rechte Taste radiert das Innere)</translation>
        </message>
        <message>
            <source>Draw masks as outlines</source>
            <translation>Masken als Umrisse zeichnen</translation>
        </message>
        <message>
            <source>Each object cut out of its frame, on transparent ground.</source>
            <translation>Jedes Objekt aus seinem Bild ausgeschnitten, auf durchsichtigem Grund.</translation>
        </message>
        <message>
            <source>Earlier messages</source>
            <translation>Frühere Meldungen</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <source>End the tour</source>
            <translation>Tour beenden</translation>
        </message>
        <message>
            <source>Enter does it, Esc closes</source>
            <translation>Eingabe führt aus, Esc schließt</translation>
        </message>
        <message>
            <source>Enter, double click</source>
            <translation>Eingabe, Doppelklick</translation>
        </message>
        <message>
            <source>Entropy above which the reliability map is black</source>
            <translation>Entropie, ab der die Zuverlässigkeitskarte schwarz ist</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>Radieren</translation>
        </message>
        <message>
            <source>Erase masks (right button erases with the brush)</source>
            <translation>Masken radieren (rechte Taste radiert mit dem Pinsel)</translation>
        </message>
        <message>
            <source>Erase with any painting tool</source>
            <translation>Mit jedem Malwerkzeug radieren</translation>
        </message>
        <message>
            <source>Every change is, the moment it is made.</source>
            <translation>Jede Änderung wird in dem Moment gespeichert, in dem sie entsteht.</translation>
        </message>
        <message>
            <source>Every n-th frame</source>
            <translation>Jedes n-te Bild</translation>
        </message>
        <message>
            <source>Every undo step; click one</source>
            <translation>Alle Schritte; ein Klick führt dorthin</translation>
        </message>
        <message>
            <source>Everything can be carried.</source>
            <translation>Alles kann übernommen werden.</translation>
        </message>
        <message>
            <source>Everything finished so far is kept. Choose the device 'cpu', close other programs or use a smaller video.</source>
            <translation>Alles bisher Fertige bleibt erhalten. Wählen Sie das Gerät „cpu“, schließen Sie andere Programme oder nehmen Sie ein kleineres Video.</translation>
        </message>
        <message>
            <source>Everything is saved again.</source>
            <translation>Alles ist wieder gespeichert.</translation>
        </message>
        <message>
            <source>Everything is saved.</source>
            <translation>Alles ist gespeichert.</translation>
        </message>
        <message>
            <source>Explain what is under the pointer</source>
            <translation>Erklären, was unter dem Zeiger ist</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Export Overlay &amp;Video…</source>
            <translation>Überlagertes &amp;Video exportieren …</translation>
        </message>
        <message>
            <source>Export it again from the program that made it.</source>
            <translation>Exportieren Sie es noch einmal aus dem Programm, das es gemacht hat.</translation>
        </message>
        <message>
            <source>Export the task from CVAT again.</source>
            <translation>Exportieren Sie die Aufgabe noch einmal aus CVAT.</translation>
        </message>
        <message>
            <source>Export the task from CVAT as 'CVAT for video 1.1'.</source>
            <translation>Exportieren Sie die Aufgabe in CVAT als 'CVAT for video 1.1'.</translation>
        </message>
        <message>
            <source>Export to {name}</source>
            <translation>Export nach {name}</translation>
        </message>
        <message>
            <source>Exported {count} frames to {path}.</source>
            <translation>{count} Bilder nach {path} exportiert.</translation>
        </message>
        <message>
            <source>Exported.</source>
            <translation>Exportiert.</translation>
        </message>
        <message>
            <source>Failed after {done} of {total} frames; they are kept</source>
            <translation>Nach {done} von {total} Bildern gescheitert; sie bleiben</translation>
        </message>
        <message>
            <source>Failed before the first frame</source>
            <translation>Vor dem ersten Bild gescheitert</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Files that will be written</source>
            <translation>Dateien, die geschrieben werden</translation>
        </message>
        <message>
            <source>File…</source>
            <translation>Datei …</translation>
        </message>
        <message>
            <source>Fill</source>
            <translation>Füllen</translation>
        </message>
        <message>
            <source>Fill Holes</source>
            <translation>Löcher füllen</translation>
        </message>
        <message>
            <source>Fill from the previous to the next frame with your masks, from both sides</source>
            <translation>Vom vorigen bis zum nächsten Bild mit Ihren Masken füllen, von beiden Seiten</translation>
        </message>
        <message>
            <source>Fill rows</source>
            <translation>Zeilen füllen</translation>
        </message>
        <message>
            <source>Fill the chosen rows, or all where none is chosen</source>
            <translation>Die gewählten Zeilen füllen, oder alle, wenn keine gewählt ist</translation>
        </message>
        <message>
            <source>Fill the holes of the mask</source>
            <translation>Die Löcher der Maske füllen</translation>
        </message>
        <message>
            <source>Fill the region under the cursor</source>
            <translation>Die Fläche unter dem Zeiger füllen</translation>
        </message>
        <message>
            <source>Filmstrip</source>
            <translation>Filmstreifen</translation>
        </message>
        <message>
            <source>Find out</source>
            <translation>Feststellen</translation>
        </message>
        <message>
            <source>Finding edges</source>
            <translation>Kanten werden gesucht</translation>
        </message>
        <message>
            <source>Finding the object</source>
            <translation>Das Objekt wird gesucht</translation>
        </message>
        <message>
            <source>Fine (slower)</source>
            <translation>Fein (langsamer)</translation>
        </message>
        <message>
            <source>Fine-&amp;Tune on This Clip</source>
            <translation>Auf dieses Video &amp;feinabstimmen</translation>
        </message>
        <message>
            <source>Fine-Tune on This Clip</source>
            <translation>Auf dieses Video feinabstimmen</translation>
        </message>
        <message>
            <source>Fine-tune on this clip</source>
            <translation>Feinabstimmung auf dieses Video</translation>
        </message>
        <message>
            <source>Finest (slowest)</source>
            <translation>Sehr fein (am langsamsten)</translation>
        </message>
        <message>
            <source>Finished {count} frames</source>
            <translation>{count} Bilder fertig</translation>
        </message>
        <message>
            <source>First frame</source>
            <translation>Erstes Bild</translation>
        </message>
        <message>
            <source>Folder or file of a dataset</source>
            <translation>Ordner oder Datei eines Datensatzes</translation>
        </message>
        <message>
            <source>Folder…</source>
            <translation>Ordner …</translation>
        </message>
        <message>
            <source>Follow the run</source>
            <translation>Dem Durchlauf folgen</translation>
        </message>
        <message>
            <source>For CVAT: one XML file with a track of masks for each object.</source>
            <translation>Für CVAT: eine XML-Datei mit einer Spur von Masken je Objekt.</translation>
        </message>
        <message>
            <source>For LabelMe: one JSON file a frame, beside its picture.</source>
            <translation>Für LabelMe: eine JSON-Datei je Bild, neben dem Bild.</translation>
        </message>
        <message>
            <source>For training YOLO: polygons by class, one text file a frame.</source>
            <translation>Für das Training von YOLO: Polygone nach Klassen, eine Textdatei je Bild.</translation>
        </message>
        <message>
            <source>For validation (%)</source>
            <translation>Zur Validierung (%)</translation>
        </message>
        <message>
            <source>For viewing only: nothing that is stored changes.</source>
            <translation>Nur für die Ansicht: Gespeichertes ändert sich nicht.</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Vorwärts</translation>
        </message>
        <message>
            <source>Forward from frame {start} to {last}</source>
            <translation>Vorwärts von Bild {start} bis {last}</translation>
        </message>
        <message>
            <source>Forward to the &amp;Next Seed</source>
            <translation>Vorwärts zur &amp;nächsten Vorgabe</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Frame number</source>
            <translation>Bildnummer</translation>
        </message>
        <message>
            <source>Frame number; type one and press Enter</source>
            <translation>Bildnummer; eine eintippen und Eingabe drücken</translation>
        </message>
        <message>
            <source>Frame that is shown</source>
            <translation>Gezeigtes Bild</translation>
        </message>
        <message>
            <source>Frame times</source>
            <translation>Zeiten der Bilder</translation>
        </message>
        <message>
            <source>Frame {frame}</source>
            <translation>Bild {frame}</translation>
        </message>
        <message>
            <source>Frame {frame} ({name}) is {size}, but the clip is {clip_size}.</source>
            <translation>Bild {frame} ({name}) hat {size}, das Video aber {clip_size}.</translation>
        </message>
        <message>
            <source>Frame {frame} cannot be read.</source>
            <translation>Bild {frame} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Frame {frame} has no mask to propagate.</source>
            <translation>Bild {frame} hat keine Maske, die propagiert werden kann.</translation>
        </message>
        <message>
            <source>Frame {frame} is outside of the range {first}..{last}.</source>
            <translation>Bild {frame} liegt außerhalb des Bereichs {first}..{last}.</translation>
        </message>
        <message>
            <source>Frame {index} as it will be written, {width} × {height} pixels</source>
            <translation>Bild {index}, wie es geschrieben wird, {width} × {height} Bildpunkte</translation>
        </message>
        <message>
            <source>Frame {index} of '{name}' cannot be read: {reason}</source>
            <translation>Bild {index} von '{name}' kann nicht gelesen werden: {reason}</translation>
        </message>
        <message>
            <source>Frame {index} of '{name}' is {size}, the frames before are {first_size}.</source>
            <translation>Bild {index} von '{name}' hat {size}, die Bilder davor {first_size}.</translation>
        </message>
        <message>
            <source>Frame {index}, with the masks that it gets</source>
            <translation>Bild {index} mit den Masken, die es bekommt</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Frames are {size} pixels: more than can be handled.</source>
            <translation>Die Bilder haben {size} Bildpunkte: mehr, als verarbeitet werden kann.</translation>
        </message>
        <message>
            <source>Frames are {size} pixels: too small to segment.</source>
            <translation>Die Bilder haben {size} Bildpunkte: zu klein zum Segmentieren.</translation>
        </message>
        <message>
            <source>Frames in the patch pool</source>
            <translation>Bilder im Patch-Vorrat</translation>
        </message>
        <message>
            <source>Frames of {width} x {height} pixels need no proxy.</source>
            <translation>Bilder von {width} x {height} Pixeln brauchen keine Vorschaukopie.</translation>
        </message>
        <message>
            <source>Frames with the masks that they get are shown here before anything is done.</source>
            <translation>Hier erscheinen Bilder mit den Masken, die sie bekommen, bevor etwas geschieht.</translation>
        </message>
        <message>
            <source>Free some space on the disk and save. Closing again without that gives them up.</source>
            <translation>Schaffen Sie Platz auf dem Datenträger und speichern Sie. Erneutes Schließen ohne das gibt sie auf.</translation>
        </message>
        <message>
            <source>Free some space or choose another disk, then try again.</source>
            <translation>Schaffen Sie Platz oder wählen Sie einen anderen Datenträger, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Free some space there, or propagate in one direction. Frames finished so far are kept.</source>
            <translation>Schaffen Sie dort Platz, oder propagieren Sie in nur einer Richtung. Was fertig ist, bleibt.</translation>
        </message>
        <message>
            <source>GB in use</source>
            <translation>GB belegt</translation>
        </message>
        <message>
            <source>Gamma</source>
            <translation>Gamma</translation>
        </message>
        <message>
            <source>Give every object a colour that colour-blind people can tell apart</source>
            <translation>Jedem Objekt eine Farbe geben, die auch Farbenblinde unterscheiden</translation>
        </message>
        <message>
            <source>Give every object a distinct bright colour</source>
            <translation>Jedem Objekt eine deutliche, kräftige Farbe geben</translation>
        </message>
        <message>
            <source>Give the keyboard to the next panel</source>
            <translation>Die Tastatur dem nächsten Bereich geben</translation>
        </message>
        <message>
            <source>Give the keyboard to the previous panel</source>
            <translation>Die Tastatur dem vorigen Bereich geben</translation>
        </message>
        <message>
            <source>Give the objects fewer categories.</source>
            <translation>Geben Sie den Objekten weniger Kategorien.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Go on where you left off</source>
            <translation>Weitermachen, wo Sie aufgehört haben</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <source>Go to a doubtful frame</source>
            <translation>Zu einem zweifelhaften Bild gehen</translation>
        </message>
        <message>
            <source>Go to a frame inside the range, or clear the range.</source>
            <translation>Gehen Sie zu einem Bild im Bereich oder heben Sie den Bereich auf.</translation>
        </message>
        <message>
            <source>Go to another frame, or widen the range.</source>
            <translation>Gehen Sie zu einem anderen Bild oder erweitern Sie den Bereich.</translation>
        </message>
        <message>
            <source>Grow</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <source>Grow the current object's mask</source>
            <translation>Die Maske des aktuellen Objekts vergrößern</translation>
        </message>
        <message>
            <source>Height (pixels)</source>
            <translation>Höhe (Bildpunkte)</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>Höhe in Bildpunkten</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>Id</translation>
        </message>
        <message>
            <source>Idle</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <source>Import it in the format masks, or save one black and white picture for each object.</source>
            <translation>Importieren Sie sie im Format masks, oder speichern Sie für jedes Objekt ein schwarz-weißes Bild.</translation>
        </message>
        <message>
            <source>Import masks</source>
            <translation>Masken importieren</translation>
        </message>
        <message>
            <source>Import {count} Masks</source>
            <translation>{count} Masken importieren</translation>
        </message>
        <message>
            <source>Imported {masks} masks on {frames} frames.</source>
            <translation>{masks} Masken in {frames} Bildern importiert.</translation>
        </message>
        <message>
            <source>In '{path}', '{first}' and '{second}' both belong to frame {frame}.</source>
            <translation>In „{path}“ gehören „{first}“ und „{second}“ beide zu Bild {frame}.</translation>
        </message>
        <message>
            <source>In a name {n} stands for the row's number and {id} for the object's id.</source>
            <translation>In einem Namen steht {n} für die Nummer der Zeile und {id} für die Id des Objekts.</translation>
        </message>
        <message>
            <source>In the project</source>
            <translation>Im Projekt</translation>
        </message>
        <message>
            <source>Indexed PNG of objects and of classes, with lists of frames.</source>
            <translation>Indizierte PNG der Objekte und der Klassen, mit Listen der Bilder.</translation>
        </message>
        <message>
            <source>Install PyAV from PyPI ('pip install av'), whose build has both.</source>
            <translation>Installieren Sie PyAV von PyPI ('pip install av'), das beide hat.</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>Installieren Sie das Programm neu.</translation>
        </message>
        <message>
            <source>Install the program again; the other theme is used.</source>
            <translation>Installieren Sie das Programm neu; das andere Farbschema wird benutzt.</translation>
        </message>
        <message>
            <source>Instance segmentation. JSON with run lengths, boxes and track ids, frames beside it.</source>
            <translation>Instanzsegmentierung. JSON mit Lauflängen, Rahmen und Spur-Ids, Bilder daneben.</translation>
        </message>
        <message>
            <source>It was left untouched. Restore a copy: from a backup of that folder, or a file beside it that ends in .bak.</source>
            <translation>Es wurde nicht angerührt. Stellen Sie eine Kopie wieder her: aus einer Sicherung des Ordners, oder aus einer Datei daneben, die auf .bak endet.</translation>
        </message>
        <message>
            <source>It was left untouched. `rpcm project repair {name}` writes what can be read of it into a new file.</source>
            <translation>Es wurde nicht angerührt. `rpcm project repair {name}` schreibt, was davon lesbar ist, in eine neue Datei.</translation>
        </message>
        <message>
            <source>It was left untouched. `rpcm project repair {name}` writes what can be read of it into a new file. An older copy lies beside it: {copy}.</source>
            <translation>Es wurde nicht angerührt. `rpcm project repair {name}` schreibt, was davon lesbar ist, in eine neue Datei. Eine ältere Kopie liegt daneben: {copy}.</translation>
        </message>
        <message>
            <source>Its id</source>
            <translation>Seine Id</translation>
        </message>
        <message>
            <source>Job</source>
            <translation>Aufgabe</translation>
        </message>
        <message>
            <source>Joined only</source>
            <translation>Nur verbundene</translation>
        </message>
        <message>
            <source>Keep locked</source>
            <translation>Gesperrte schonen</translation>
        </message>
        <message>
            <source>Keep one file for each frame; files of single objects belong into a folder for each (format binary).</source>
            <translation>Behalten Sie eine Datei je Bild; Dateien einzelner Objekte gehören in je einen Ordner (Format binary).</translation>
        </message>
        <message>
            <source>Keep one file for each frame; put masks into a folder of their own.</source>
            <translation>Behalten Sie je Bild eine Datei; legen Sie Masken in einen eigenen Ordner.</translation>
        </message>
        <message>
            <source>Keep the current object from being painted over</source>
            <translation>Das aktuelle Objekt vor dem Übermalen schützen</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Lasso</source>
            <translation>Lasso</translation>
        </message>
        <message>
            <source>Last frame</source>
            <translation>Letztes Bild</translation>
        </message>
        <message>
            <source>Learn it on the sample clip, step by step</source>
            <translation>Schritt für Schritt am Beispielvideo lernen</translation>
        </message>
        <message>
            <source>Leave the application</source>
            <translation>Das Programm verlassen</translation>
        </message>
        <message>
            <source>Let it forget them: rpcm adapt {name} --undo</source>
            <translation>Lassen Sie es sie vergessen: rpcm adapt {name} --undo</translation>
        </message>
        <message>
            <source>Let the network learn from your frames of this clip; takes a minute or two, and you can undo it</source>
            <translation>Das Netz aus Ihren Bildern dieses Videos lernen lassen; dauert ein, zwei Minuten und kann rückgängig gemacht werden</translation>
        </message>
        <message>
            <source>Let the run rest, or go on</source>
            <translation>Den Durchlauf ruhen lassen oder fortsetzen</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Like DAVIS, with a list of objects and their categories.</source>
            <translation>Wie DAVIS, mit einer Liste der Objekte und ihrer Kategorien.</translation>
        </message>
        <message>
            <source>Lines between pixels when close</source>
            <translation>Linien zwischen den Bildpunkten bei starker Vergrößerung</translation>
        </message>
        <message>
            <source>Loading the network</source>
            <translation>Das Netz wird geladen</translation>
        </message>
        <message>
            <source>Looking for the proxy</source>
            <translation>Vorschaukopie suchen</translation>
        </message>
        <message>
            <source>Lost: {what}.</source>
            <translation>Verloren: {what}.</translation>
        </message>
        <message>
            <source>M&amp;irror</source>
            <translation>&amp;Spiegeln</translation>
        </message>
        <message>
            <source>MOTS has room for {count} classes.</source>
            <translation>MOTS fasst {count} Klassen.</translation>
        </message>
        <message>
            <source>MP4, MOV, MKV, AVI, WebM …</source>
            <translation>MP4, MOV, MKV, AVI, WebM …</translation>
        </message>
        <message>
            <source>Magic Wand</source>
            <translation>Zauberstab</translation>
        </message>
        <message>
            <source>Magic wand</source>
            <translation>Zauberstab</translation>
        </message>
        <message>
            <source>Main toolbar</source>
            <translation>Hauptwerkzeugleiste</translation>
        </message>
        <message>
            <source>Make a proxy</source>
            <translation>Vorschaukopie anlegen</translation>
        </message>
        <message>
            <source>Make all pieces but the largest a new object</source>
            <translation>Alle Teile außer dem größten zu einem neuen Objekt machen</translation>
        </message>
        <message>
            <source>Make it anew, or remove it.</source>
            <translation>Legen Sie sie neu an, oder entfernen Sie sie.</translation>
        </message>
        <message>
            <source>Make it smaller, or cut it.</source>
            <translation>Verkleinern oder beschneiden Sie es.</translation>
        </message>
        <message>
            <source>Make room on that disk and try again; everything before it is saved.</source>
            <translation>Schaffen Sie dort Platz, und versuchen Sie es noch einmal; alles davor ist gespeichert.</translation>
        </message>
        <message>
            <source>Make small copies of the frames of a 4K video, to be seen while you scrub and play</source>
            <translation>Kleine Kopien der Bilder eines 4K-Videos anlegen, die beim Spulen und Abspielen gezeigt werden</translation>
        </message>
        <message>
            <source>Make the brush larger</source>
            <translation>Den Pinsel größer machen</translation>
        </message>
        <message>
            <source>Make the brush smaller</source>
            <translation>Den Pinsel kleiner machen</translation>
        </message>
        <message>
            <source>Mark &amp;Reviewed</source>
            <translation>Als &amp;geprüft markieren</translation>
        </message>
        <message>
            <source>Mark Frame {frame} Reviewed</source>
            <translation>Bild {frame} als geprüft markieren</translation>
        </message>
        <message>
            <source>Mark frames as reviewed, or export all frames.</source>
            <translation>Markieren Sie Bilder als geprüft, oder exportieren Sie alle.</translation>
        </message>
        <message>
            <source>Mark these frames as reviewed: no run changes them</source>
            <translation>Diese Bilder als geprüft markieren: kein Durchlauf ändert sie</translation>
        </message>
        <message>
            <source>Mask by</source>
            <translation>Maske um</translation>
        </message>
        <message>
            <source>Mask opacity (%)</source>
            <translation>Deckkraft der Masken (%)</translation>
        </message>
        <message>
            <source>Mask opacity in percent</source>
            <translation>Deckkraft der Masken in Prozent</translation>
        </message>
        <message>
            <source>Mask pictures</source>
            <translation>Maskenbilder</translation>
        </message>
        <message>
            <source>Masks</source>
            <translation>Masken</translation>
        </message>
        <message>
            <source>Memory of the device '{name}' ran out.</source>
            <translation>Der Speicher des Geräts '{name}' ging aus.</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Verschmelzen</translation>
        </message>
        <message>
            <source>Merge it into another object</source>
            <translation>Mit einem anderen Objekt verschmelzen</translation>
        </message>
        <message>
            <source>Merge objects</source>
            <translation>Objekte verschmelzen</translation>
        </message>
        <message>
            <source>Merge objects, or split the clip into two projects.</source>
            <translation>Verschmelzen Sie Objekte, oder teilen Sie das Video auf zwei Projekte auf.</translation>
        </message>
        <message>
            <source>Merge {name} into {other}</source>
            <translation>{name} mit {other} verschmelzen</translation>
        </message>
        <message>
            <source>Merge “{name}” into</source>
            <translation>„{name}“ verschmelzen mit</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Meldungen</translation>
        </message>
        <message>
            <source>Middle drag, Space+drag</source>
            <translation>Ziehen mit mittlerer Taste, Leertaste+Ziehen</translation>
        </message>
        <message>
            <source>Mini&amp;map</source>
            <translation>&amp;Übersichtskarte</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <source>More to do with objects</source>
            <translation>Mehr zu Objekten</translation>
        </message>
        <message>
            <source>Mouse and polygon</source>
            <translation>Maus und Polygon</translation>
        </message>
        <message>
            <source>Move &amp;Up</source>
            <translation>Nach &amp;oben</translation>
        </message>
        <message>
            <source>Move Do&amp;wn</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <source>Move it away, then start the program again.</source>
            <translation>Verschieben Sie sie und starten Sie das Programm neu.</translation>
        </message>
        <message>
            <source>Move the object down in the list</source>
            <translation>Das Objekt in der Liste nach unten schieben</translation>
        </message>
        <message>
            <source>Move the object up in the list</source>
            <translation>Das Objekt in der Liste nach oben schieben</translation>
        </message>
        <message>
            <source>Multi-object tracking and segmentation, as 16-bit PNG.</source>
            <translation>Verfolgung und Segmentierung vieler Objekte, als 16-Bit-PNG.</translation>
        </message>
        <message>
            <source>Multi-object tracking and segmentation, as text with run lengths.</source>
            <translation>Verfolgung und Segmentierung vieler Objekte, als Text mit Lauflängen.</translation>
        </message>
        <message>
            <source>N&amp;ext Object</source>
            <translation>N&amp;ächstes Objekt</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name each colour in its label map, and save masks with hard edges.</source>
            <translation>Nennen Sie jede Farbe in der Label-Map, und speichern Sie Masken mit harten Kanten.</translation>
        </message>
        <message>
            <source>Name many objects at once</source>
            <translation>Viele Objekte auf einmal benennen</translation>
        </message>
        <message>
            <source>Name of the set</source>
            <translation>Name des Satzes</translation>
        </message>
        <message>
            <source>Name one, such as '{path}'.</source>
            <translation>Nennen Sie eines, etwa '{path}'.</translation>
        </message>
        <message>
            <source>Name the exported files by frame number instead (--naming frame).</source>
            <translation>Benennen Sie die exportierten Dateien stattdessen nach der Bildnummer (--naming frame).</translation>
        </message>
        <message>
            <source>Names and &amp;Categories…</source>
            <translation>Namen und &amp;Kategorien …</translation>
        </message>
        <message>
            <source>Names and categories</source>
            <translation>Namen und Kategorien</translation>
        </message>
        <message>
            <source>Names and categories of all objects</source>
            <translation>Namen und Kategorien aller Objekte</translation>
        </message>
        <message>
            <source>Names of files</source>
            <translation>Namen der Dateien</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Nie</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Neue Taste</translation>
        </message>
        <message>
            <source>Next &amp;Annotated</source>
            <translation>Nächstes &amp;annotiertes</translation>
        </message>
        <message>
            <source>Next &amp;Part of the Window</source>
            <translation>Nächster &amp;Bereich des Fensters</translation>
        </message>
        <message>
            <source>Next Worth Revie&amp;wing</source>
            <translation>Nächstes zu &amp;prüfendes</translation>
        </message>
        <message>
            <source>Next frame</source>
            <translation>Nächstes Bild</translation>
        </message>
        <message>
            <source>Next frame of which the network is unsure</source>
            <translation>Nächstes Bild, bei dem das Netz unsicher ist</translation>
        </message>
        <message>
            <source>Next frame with your masks</source>
            <translation>Nächstes Bild mit Ihren Masken</translation>
        </message>
        <message>
            <source>Next: {run}</source>
            <translation>Danach: {run}</translation>
        </message>
        <message>
            <source>No file fits the pattern '{pattern}'.</source>
            <translation>Keine Datei passt zum Muster '{pattern}'.</translation>
        </message>
        <message>
            <source>No frame has masks of yours yet.</source>
            <translation>Noch hat kein Bild Masken von Ihnen.</translation>
        </message>
        <message>
            <source>No frame is left of which the network is unsure.</source>
            <translation>Es gibt kein Bild mehr, bei dem das Netz unsicher ist.</translation>
        </message>
        <message>
            <source>No frame of '{path}' is in its set '{part}'.</source>
            <translation>Kein Bild von „{path}“ gehört zu seinem Teil „{part}“.</translation>
        </message>
        <message>
            <source>No frame of the video '{path}' can be decoded.</source>
            <translation>Kein Bild des Videos '{path}' lässt sich dekodieren.</translation>
        </message>
        <message>
            <source>No frame would be exported.</source>
            <translation>Es würde kein Bild exportiert.</translation>
        </message>
        <message>
            <source>No key</source>
            <translation>Keine Taste</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>No object</source>
            <translation>Kein Objekt</translation>
        </message>
        <message>
            <source>No objects yet. Paint on the frame,
or add one with Ctrl+N.</source>
            <translation>Noch keine Objekte. Malen Sie auf das Bild
oder legen Sie eins mit Strg+N an.</translation>
        </message>
        <message>
            <source>No run has a result here. Propagate, then look again.</source>
            <translation>Hier hat kein Durchlauf ein Ergebnis. Propagieren Sie, dann sehen Sie wieder nach.</translation>
        </message>
        <message>
            <source>None of the chosen objects is on frame {frame}.</source>
            <translation>Keines der gewählten Objekte ist in Bild {frame}.</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Nothing but indexed PNG masks, one a frame, in one folder.</source>
            <translation>Nur indizierte PNG-Masken, eine je Bild, in einem Ordner.</translation>
        </message>
        <message>
            <source>Nothing could be read of '{dataset}', no frame has a mask: {reason}</source>
            <translation>Von „{dataset}“ konnte nichts gelesen werden, kein Bild hat eine Maske: {reason}</translation>
        </message>
        <message>
            <source>Nothing is changed before you press Import.</source>
            <translation>Nichts ändert sich, bevor Sie auf Importieren drücken.</translation>
        </message>
        <message>
            <source>Nothing was changed: fine-tuned, the network would be no better (J {before}, then {after}).</source>
            <translation>Nichts wurde geändert: Feinabgestimmt wäre das Netz nicht besser (J {before}, dann {after}).</translation>
        </message>
        <message>
            <source>Nothing was found there.</source>
            <translation>Dort wurde nichts gefunden.</translation>
        </message>
        <message>
            <source>O&amp;nion Skin</source>
            <translation>&amp;Zwiebelschale</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>Objekt</translation>
        </message>
        <message>
            <source>Object &amp;1</source>
            <translation>Objekt &amp;1</translation>
        </message>
        <message>
            <source>Object &amp;2</source>
            <translation>Objekt &amp;2</translation>
        </message>
        <message>
            <source>Object &amp;3</source>
            <translation>Objekt &amp;3</translation>
        </message>
        <message>
            <source>Object &amp;4</source>
            <translation>Objekt &amp;4</translation>
        </message>
        <message>
            <source>Object &amp;5</source>
            <translation>Objekt &amp;5</translation>
        </message>
        <message>
            <source>Object &amp;6</source>
            <translation>Objekt &amp;6</translation>
        </message>
        <message>
            <source>Object &amp;7</source>
            <translation>Objekt &amp;7</translation>
        </message>
        <message>
            <source>Object &amp;8</source>
            <translation>Objekt &amp;8</translation>
        </message>
        <message>
            <source>Object &amp;9</source>
            <translation>Objekt &amp;9</translation>
        </message>
        <message>
            <source>Object in row 1 … 9</source>
            <translation>Objekt in Zeile 1 … 9</translation>
        </message>
        <message>
            <source>Object masks for video: paint one frame, propagate, correct what is unsure.</source>
            <translation>Objektmasken für Videos: ein Bild malen, propagieren, Unsicheres korrigieren.</translation>
        </message>
        <message>
            <source>Object masks for video: paint one frame, propagate, look where the reliability map is black, correct.&lt;br&gt;&lt;br&gt;The network follows &lt;i&gt;Reliable Propagation-Correction Modulation for Video Object Segmentation&lt;/i&gt; (AAAI 2022).&lt;br&gt;&lt;br&gt;The program is free software under the MIT licence.</source>
            <translation>Objektmasken für Videos: ein Bild malen, propagieren, nachsehen, wo die Zuverlässigkeitskarte schwarz ist, korrigieren.&lt;br&gt;&lt;br&gt;Das Netz folgt &lt;i&gt;Reliable Propagation-Correction Modulation for Video Object Segmentation&lt;/i&gt; (AAAI 2022).&lt;br&gt;&lt;br&gt;Das Programm ist freie Software unter der MIT-Lizenz.</translation>
        </message>
        <message>
            <source>Object name</source>
            <translation>Name des Objekts</translation>
        </message>
        <message>
            <source>Object that takes it in</source>
            <translation>Objekt, das es aufnimmt</translation>
        </message>
        <message>
            <source>Object {id}</source>
            <translation>Objekt {id}</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>Objekte</translation>
        </message>
        <message>
            <source>Objects of the dataset</source>
            <translation>Objekte des Datensatzes</translation>
        </message>
        <message>
            <source>Objects to propagate</source>
            <translation>Zu propagierende Objekte</translation>
        </message>
        <message>
            <source>On every frame “{name}” becomes part of the chosen object. It can be undone.</source>
            <translation>In jedem Bild wird „{name}“ ein Teil des gewählten Objekts. Das kann rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>On frame {frame}, object {id} is too small to be seen by the network.</source>
            <translation>Auf Bild {frame} ist Objekt {id} zu klein, als dass das Netz es sähe.</translation>
        </message>
        <message>
            <source>On frame {frame}, objects {ids} are too small to be seen by the network.</source>
            <translation>Auf Bild {frame} sind die Objekte {ids} zu klein, als dass das Netz sie sähe.</translation>
        </message>
        <message>
            <source>One foreground: all objects become one, black and white masks.</source>
            <translation>Ein Vordergrund: alle Objekte werden eins, schwarz-weiße Masken.</translation>
        </message>
        <message>
            <source>One image pixel per screen pixel</source>
            <translation>Ein Bildpunkt je Bildschirmpunkt</translation>
        </message>
        <message>
            <source>Only frames marked as reviewed</source>
            <translation>Nur als geprüft markierte Bilder</translation>
        </message>
        <message>
            <source>Only the ticked objects change; the others stay as they are</source>
            <translation>Nur die angehakten Objekte ändern sich; die anderen bleiben, wie sie sind</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>Deckkraft</translation>
        </message>
        <message>
            <source>Opacity in percent</source>
            <translation>Deckkraft in Prozent</translation>
        </message>
        <message>
            <source>Opacity, threshold, brightness, contrast, gamma</source>
            <translation>Deckkraft, Schwelle, Helligkeit, Kontrast, Gamma</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>&amp;Ordner öffnen …</translation>
        </message>
        <message>
            <source>Open &amp;Project…</source>
            <translation>&amp;Projekt öffnen …</translation>
        </message>
        <message>
            <source>Open Sample &amp;Clip</source>
            <translation>Beispiel&amp;video öffnen</translation>
        </message>
        <message>
            <source>Open a project file (.rpcm)</source>
            <translation>Eine Projektdatei öffnen (.rpcm)</translation>
        </message>
        <message>
            <source>Open a video file</source>
            <translation>Eine Videodatei öffnen</translation>
        </message>
        <message>
            <source>Open an image folder</source>
            <translation>Einen Bilderordner öffnen</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Open folder of images</source>
            <translation>Bilderordner öffnen</translation>
        </message>
        <message>
            <source>Open it again, then make the proxy.</source>
            <translation>Öffnen Sie es noch einmal, dann legen Sie die Vorschaukopie an.</translation>
        </message>
        <message>
            <source>Open it again. Masks may no longer fit if its pictures are others now.</source>
            <translation>Öffnen Sie es noch einmal. Masken passen vielleicht nicht mehr, wenn die Bilder jetzt andere sind.</translation>
        </message>
        <message>
            <source>Open it, or choose another name.</source>
            <translation>Öffnen Sie es, oder wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>Projekt öffnen</translation>
        </message>
        <message>
            <source>Open the clip that comes along</source>
            <translation>Das mitgelieferte Video öffnen</translation>
        </message>
        <message>
            <source>Open the folder that holds the pictures.</source>
            <translation>Öffnen Sie den Ordner, der die Bilder enthält.</translation>
        </message>
        <message>
            <source>Open the sample clip</source>
            <translation>Das Beispielvideo öffnen</translation>
        </message>
        <message>
            <source>Open video</source>
            <translation>Video öffnen</translation>
        </message>
        <message>
            <source>Opened {name}</source>
            <translation>{name} geöffnet</translation>
        </message>
        <message>
            <source>Opening {name}</source>
            <translation>{name} wird geöffnet</translation>
        </message>
        <message>
            <source>Outlines of the frames before (red) and after (green)</source>
            <translation>Umrisse aus dem Bild davor (rot) und danach (grün)</translation>
        </message>
        <message>
            <source>Overlay video (MP4)</source>
            <translation>Überlagertes Video (MP4)</translation>
        </message>
        <message>
            <source>Own threshold for the reliability map</source>
            <translation>Eigene Schwelle für die Zuverlässigkeitskarte</translation>
        </message>
        <message>
            <source>Pa&amp;n</source>
            <translation>&amp;Hand</translation>
        </message>
        <message>
            <source>Pa&amp;use or Go On</source>
            <translation>Pa&amp;use oder weiter</translation>
        </message>
        <message>
            <source>Page {index} of '{path}' is damaged.</source>
            <translation>Seite {index} von '{path}' ist beschädigt.</translation>
        </message>
        <message>
            <source>Page {index} of '{path}' is {size} pixels, the first is {first_size}.</source>
            <translation>Seite {index} von '{path}' hat {size} Bildpunkte, die erste {first_size}.</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>Malen</translation>
        </message>
        <message>
            <source>Paint an object</source>
            <translation>Ein Objekt malen</translation>
        </message>
        <message>
            <source>Paint at least one object first.</source>
            <translation>Malen Sie zuerst mindestens ein Objekt.</translation>
        </message>
        <message>
            <source>Paint at least one object on that frame.</source>
            <translation>Malen Sie auf diesem Bild mindestens ein Objekt.</translation>
        </message>
        <message>
            <source>Paint at least one object on this frame first, or go to a frame that has masks.</source>
            <translation>Malen Sie zuerst mindestens ein Objekt in dieses Bild oder gehen Sie zu einem Bild mit Masken.</translation>
        </message>
        <message>
            <source>Paint it, or go to a frame with it.</source>
            <translation>Malen Sie es oder gehen Sie zu einem Bild mit ihm.</translation>
        </message>
        <message>
            <source>Paint over one of the moving things with the brush. The wheel zooms, [ and ] change the brush.</source>
            <translation>Übermalen Sie mit dem Pinsel eines der Dinge, die sich bewegen. Das Mausrad vergrößert, [ und ] ändern den Pinsel.</translation>
        </message>
        <message>
            <source>Paint the current object</source>
            <translation>Das aktuelle Objekt malen</translation>
        </message>
        <message>
            <source>Paint the object with the value 1, or save the mask as a black and white grey picture.</source>
            <translation>Malen Sie das Objekt mit dem Wert 1, oder speichern Sie die Maske als schwarzweißes Graubild.</translation>
        </message>
        <message>
            <source>Paint unsure regions black</source>
            <translation>Unsichere Stellen schwarz zeigen</translation>
        </message>
        <message>
            <source>Paint what is missing; the right button erases. Then F would carry the correction on from here.</source>
            <translation>Malen Sie, was fehlt; die rechte Taste radiert. F würde die Korrektur dann von hier weitertragen.</translation>
        </message>
        <message>
            <source>Paint whole squares of pixels</source>
            <translation>Ganze Quadrate von Bildpunkten malen</translation>
        </message>
        <message>
            <source>Painting mode</source>
            <translation>Malmodus</translation>
        </message>
        <message>
            <source>Painting {name}</source>
            <translation>{name} wird gemalt</translation>
        </message>
        <message>
            <source>Paints on background only; erases the current object only</source>
            <translation>Malt nur auf Hintergrund; radiert nur das aktuelle Objekt</translation>
        </message>
        <message>
            <source>Pan</source>
            <translation>Verschieben</translation>
        </message>
        <message>
            <source>Paste Mask</source>
            <translation>Maske einfügen</translation>
        </message>
        <message>
            <source>Patch pool</source>
            <translation>Patch-Vorrat</translation>
        </message>
        <message>
            <source>Patch pool, frames</source>
            <translation>Patch-Vorrat, Bilder</translation>
        </message>
        <message>
            <source>Pattern for names; {n} is the row, {id} the id</source>
            <translation>Muster für Namen; {n} ist die Zeile, {id} die Id</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Paused; what is done is kept</source>
            <translation>Pause; was fertig ist, bleibt</translation>
        </message>
        <message>
            <source>Pen pressure</source>
            <translation>Stiftdruck</translation>
        </message>
        <message>
            <source>Per second</source>
            <translation>Je Sekunde</translation>
        </message>
        <message>
            <source>Percent for validation</source>
            <translation>Prozent zur Validierung</translation>
        </message>
        <message>
            <source>Pic&amp;k Object</source>
            <translation>Objekt &amp;wählen</translation>
        </message>
        <message>
            <source>Pictures under the timeline</source>
            <translation>Bilder unter der Zeitleiste</translation>
        </message>
        <message>
            <source>Pixel &amp;Grid</source>
            <translation>Bildpunkt&amp;gitter</translation>
        </message>
        <message>
            <source>Pixels to grow, shrink or smooth by</source>
            <translation>Bildpunkte zum Vergrößern, Verkleinern oder Glätten</translation>
        </message>
        <message>
            <source>Play or pause at the source's frame rate</source>
            <translation>Mit der Bildrate der Quelle abspielen oder anhalten</translation>
        </message>
        <message>
            <source>Playback</source>
            <translation>Wiedergabe</translation>
        </message>
        <message>
            <source>Polygon</source>
            <translation>Polygon</translation>
        </message>
        <message>
            <source>Pool frames</source>
            <translation>Vorrat, Bilder</translation>
        </message>
        <message>
            <source>Pool, MB</source>
            <translation>Vorrat, MB</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>Genauigkeit</translation>
        </message>
        <message>
            <source>Press Ctrl+E to look at the formats. Nothing is written until you say so.</source>
            <translation>Drücken Sie Strg+E, um die Formate anzusehen. Geschrieben wird erst, wenn Sie es sagen.</translation>
        </message>
        <message>
            <source>Press Ctrl+Z. Every step can be undone, a whole run as well.</source>
            <translation>Drücken Sie Strg+Z. Jeder Schritt lässt sich rückgängig machen, auch ein ganzer Durchlauf.</translation>
        </message>
        <message>
            <source>Press F: the network carries your mask through the clip, frame by frame. You can go on working meanwhile.</source>
            <translation>Drücken Sie F: Das Netz trägt Ihre Maske Bild für Bild durch das Video. Sie können inzwischen weiterarbeiten.</translation>
        </message>
        <message>
            <source>Press N for the next frame worth reviewing, or drag the timeline to where the mask is wrong.</source>
            <translation>Drücken Sie N für das nächste Bild, das eine Prüfung lohnt, oder ziehen Sie die Zeitleiste dorthin, wo die Maske falsch ist.</translation>
        </message>
        <message>
            <source>Press U: black is where the network is unsure. The ribbon under the timeline rises there, too.</source>
            <translation>Drücken Sie U: Schwarz ist, wo das Netz unsicher ist. Dort steigt auch das Band unter der Zeitleiste.</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Previous Annotated</source>
            <translation>Voriges annotiertes</translation>
        </message>
        <message>
            <source>Previous Part of the Window</source>
            <translation>Voriger Bereich des Fensters</translation>
        </message>
        <message>
            <source>Previous Worth Reviewing</source>
            <translation>Voriges zu prüfendes</translation>
        </message>
        <message>
            <source>Previous frame</source>
            <translation>Voriges Bild</translation>
        </message>
        <message>
            <source>Previous frame with your masks</source>
            <translation>Voriges Bild mit Ihren Masken</translation>
        </message>
        <message>
            <source>Previous frame worth reviewing</source>
            <translation>Voriges Bild, das eine Prüfung lohnt</translation>
        </message>
        <message>
            <source>Progress of reading</source>
            <translation>Fortschritt des Lesens</translation>
        </message>
        <message>
            <source>Progress of the job</source>
            <translation>Fortschritt der Aufgabe</translation>
        </message>
        <message>
            <source>Propagate</source>
            <translation>Propagieren</translation>
        </message>
        <message>
            <source>Propagate backward as far as the previous frame with your masks</source>
            <translation>Rückwärts propagieren bis zum vorigen Bild mit Ihren Masken</translation>
        </message>
        <message>
            <source>Propagate backward in the range</source>
            <translation>Im Bereich rückwärts propagieren</translation>
        </message>
        <message>
            <source>Propagate both ways; gaps between your frames are filled from both sides</source>
            <translation>In beide Richtungen propagieren; Lücken zwischen Ihren Bildern werden von beiden Seiten gefüllt</translation>
        </message>
        <message>
            <source>Propagate forward as far as the next frame with your masks</source>
            <translation>Vorwärts propagieren bis zum nächsten Bild mit Ihren Masken</translation>
        </message>
        <message>
            <source>Propagate forward in the range</source>
            <translation>Im Bereich vorwärts propagieren</translation>
        </message>
        <message>
            <source>Propagate to use it; undo takes it back.</source>
            <translation>Propagieren Sie, um es zu benutzen; Rückgängig nimmt es zurück.</translation>
        </message>
        <message>
            <source>Propagate, correct a frame or more where the masks drift, then adapt.</source>
            <translation>Propagieren Sie, berichtigen Sie ein oder mehrere Bilder, wo die Masken abdriften, dann stimmen Sie fein ab.</translation>
        </message>
        <message>
            <source>Propagate: {what}</source>
            <translation>Propagieren: {what}</translation>
        </message>
        <message>
            <source>Propagating</source>
            <translation>Propagation läuft</translation>
        </message>
        <message>
            <source>Propagation</source>
            <translation>Propagation</translation>
        </message>
        <message>
            <source>Propagation progress</source>
            <translation>Fortschritt der Propagation</translation>
        </message>
        <message>
            <source>Proxies</source>
            <translation>Vorschaukopien</translation>
        </message>
        <message>
            <source>Proxies are for frames of {size} pixels and more along their longer edge.</source>
            <translation>Vorschaukopien sind für Bilder ab {size} Bildpunkten an der längeren Kante.</translation>
        </message>
        <message>
            <source>Proxies are for videos of 4K and up.</source>
            <translation>Vorschaukopien gibt es für Videos ab 4K.</translation>
        </message>
        <message>
            <source>Proxies are switched off.</source>
            <translation>Vorschaukopien sind ausgeschaltet.</translation>
        </message>
        <message>
            <source>Proxies of videos of 4K and up</source>
            <translation>Vorschaukopien von Videos ab 4K</translation>
        </message>
        <message>
            <source>Put the file back beside the project, adapt anew, or switch the adapted weights off (rpcm adapt {name} --off).</source>
            <translation>Legen Sie die Datei wieder neben das Projekt, stimmen Sie neu fein ab, oder schalten Sie die angepassten Gewichte aus (rpcm adapt {name} --off).</translation>
        </message>
        <message>
            <source>Put the original back, or choose where it is now. The masks are safe: they are in the project.</source>
            <translation>Legen Sie das Original zurück oder wählen Sie, wo es jetzt ist. Die Masken sind sicher: Sie sind im Projekt.</translation>
        </message>
        <message>
            <source>Put the original back, or say where it is now: rpcm project relink {name} VIDEO. The masks are safe: they are in the project.</source>
            <translation>Legen Sie das Original zurück oder geben Sie an, wo es jetzt ist: rpcm project relink {name} VIDEO. Die Masken sind sicher: Sie sind im Projekt.</translation>
        </message>
        <message>
            <source>RGBA cut-outs</source>
            <translation>RGBA-Ausschnitte</translation>
        </message>
        <message>
            <source>RPCM projects (*.rpcm);;All files (*)</source>
            <translation>RPCM-Projekte (*.rpcm);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <source>Range only, {first} to {last}</source>
            <translation>Nur der Bereich, {first} bis {last}</translation>
        </message>
        <message>
            <source>Range {first} – {last}  ({count} frames)</source>
            <translation>Bereich {first} – {last}  ({count} Bilder)</translation>
        </message>
        <message>
            <source>Reading or writing {path} failed.</source>
            <translation>Lesen oder Schreiben von {path} ist misslungen.</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>Zuletzt benutzt</translation>
        </message>
        <message>
            <source>Recolour Objects</source>
            <translation>Objekte umfärben</translation>
        </message>
        <message>
            <source>Recolour {name}</source>
            <translation>{name} umfärben</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Remo&amp;ve</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>Remove Spec&amp;ks</source>
            <translation>&amp;Krümel entfernen</translation>
        </message>
        <message>
            <source>Remove Specks</source>
            <translation>Krümel entfernen</translation>
        </message>
        <message>
            <source>Remove small loose pieces</source>
            <translation>Kleine lose Teile entfernen</translation>
        </message>
        <message>
            <source>Remove the current object and its masks</source>
            <translation>Das aktuelle Objekt und seine Masken entfernen</translation>
        </message>
        <message>
            <source>Remove the proxy</source>
            <translation>Vorschaukopie entfernen</translation>
        </message>
        <message>
            <source>Remove the small copies; full frames are shown</source>
            <translation>Die kleinen Kopien entfernen; ganze Bilder werden gezeigt</translation>
        </message>
        <message>
            <source>Remove what was drawn on this frame</source>
            <translation>Entfernen, was in diesem Bild gezeichnet wurde</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>{name} entfernen</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Rename Objects</source>
            <translation>Objekte umbenennen</translation>
        </message>
        <message>
            <source>Rename the current object</source>
            <translation>Das aktuelle Objekt umbenennen</translation>
        </message>
        <message>
            <source>Rename the file or folder, for example to '{name}'.</source>
            <translation>Benennen Sie die Datei oder den Ordner um, zum Beispiel in „{name}“.</translation>
        </message>
        <message>
            <source>Rename the files so that the frame's number is the only one, or the only one with zeros before it.</source>
            <translation>Benennen Sie die Dateien so um, dass die Nummer des Bildes die einzige ist, oder die einzige mit Nullen davor.</translation>
        </message>
        <message>
            <source>Rename to {name}</source>
            <translation>In {name} umbenennen</translation>
        </message>
        <message>
            <source>Reorder Objects</source>
            <translation>Objekte umordnen</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Reparieren</translation>
        </message>
        <message>
            <source>Repairing writes everything that can be read into a new file of this name, and says what is lost. The damaged file is kept beside it.</source>
            <translation>Das Reparieren schreibt alles Lesbare in eine neue Datei dieses Namens und sagt, was verloren ist. Die beschädigte Datei bleibt daneben erhalten.</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>Alles ersetzen</translation>
        </message>
        <message>
            <source>Replace the file or remove it.</source>
            <translation>Ersetzen Sie die Datei, oder entfernen Sie sie.</translation>
        </message>
        <message>
            <source>Replace what I drew (reviewed frames stay)</source>
            <translation>Ersetzen, was ich gezeichnet habe (geprüfte Bilder bleiben)</translation>
        </message>
        <message>
            <source>Replace what is there</source>
            <translation>Ersetzen, was da ist</translation>
        </message>
        <message>
            <source>Replaces other objects, but never locked or hidden ones</source>
            <translation>Ersetzt andere Objekte, aber nie gesperrte oder ausgeblendete</translation>
        </message>
        <message>
            <source>Replaces whatever is there, locked objects too</source>
            <translation>Ersetzt alles, was da ist, auch gesperrte Objekte</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Vorgaben wiederherstellen</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>Geprüft</translation>
        </message>
        <message>
            <source>Right button</source>
            <translation>Rechte Taste</translation>
        </message>
        <message>
            <source>Runs that wait</source>
            <translation>Wartende Durchläufe</translation>
        </message>
        <message>
            <source>S&amp;mooth</source>
            <translation>&amp;Glätten</translation>
        </message>
        <message>
            <source>S&amp;olo</source>
            <translation>&amp;Solo</translation>
        </message>
        <message>
            <source>Sample clip</source>
            <translation>Beispielvideo</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save a &amp;Copy…</source>
            <translation>&amp;Kopie speichern …</translation>
        </message>
        <message>
            <source>Save a copy (File &gt; Save a Copy) and open that.</source>
            <translation>Speichern Sie eine Kopie (Datei &gt; Kopie speichern) und öffnen Sie diese.</translation>
        </message>
        <message>
            <source>Save a copy and open that.</source>
            <translation>Speichern Sie eine Kopie und öffnen Sie diese.</translation>
        </message>
        <message>
            <source>Save a copy and work on that.</source>
            <translation>Speichern Sie eine Kopie, und arbeiten Sie daran.</translation>
        </message>
        <message>
            <source>Save a copy of the project</source>
            <translation>Eine Kopie des Projekts speichern</translation>
        </message>
        <message>
            <source>Save it again as UTF-8, or give another file.</source>
            <translation>Speichern Sie sie als UTF-8, oder nehmen Sie eine andere Datei.</translation>
        </message>
        <message>
            <source>Save it with 8 or 16 bits for each channel.</source>
            <translation>Speichern Sie es mit 8 oder 16 Bit je Kanal.</translation>
        </message>
        <message>
            <source>Save now</source>
            <translation>Jetzt speichern</translation>
        </message>
        <message>
            <source>Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background.</source>
            <translation>Speichern Sie die Maske als indiziertes PNG (mit Palette), dessen Werte die Objekt-Ids sind, 0 für Hintergrund.</translation>
        </message>
        <message>
            <source>Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background. Colours must have hard edges.</source>
            <translation>Speichern Sie die Maske als indiziertes PNG (mit Palette), dessen Werte die Objekt-Ids sind, 0 für Hintergrund. Farben müssen harte Kanten haben.</translation>
        </message>
        <message>
            <source>Save the mask without anti-aliasing and without scaling it: hard edges, one value for each object, as PNG.</source>
            <translation>Speichern Sie die Maske ohne Kantenglättung und ohne sie zu skalieren: harte Kanten, je Objekt ein Wert, als PNG.</translation>
        </message>
        <message>
            <source>Save what could not be saved yet</source>
            <translation>Speichern, was noch nicht gespeichert werden konnte</translation>
        </message>
        <message>
            <source>Say where they are now (relink). The masks are safe: they are in the project.</source>
            <translation>Sagen Sie, wo sie jetzt sind. Die Masken sind sicher: sie stehen im Projekt.</translation>
        </message>
        <message>
            <source>Say where to export to.</source>
            <translation>Geben Sie an, wohin exportiert werden soll.</translation>
        </message>
        <message>
            <source>Say which video or folder of images it was made from.</source>
            <translation>Sagen Sie, aus welchem Video oder Bilderordner er entstand.</translation>
        </message>
        <message>
            <source>Scale the video down to at most {count} pixels on the longer side.</source>
            <translation>Verkleinern Sie das Video auf höchstens {count} Bildpunkte an der längeren Seite.</translation>
        </message>
        <message>
            <source>Scissors</source>
            <translation>Schere</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>&amp;Einstellungen …</translation>
        </message>
        <message>
            <source>Search an action or a key</source>
            <translation>Aktion oder Taste suchen</translation>
        </message>
        <message>
            <source>See where it is unsure</source>
            <translation>Sehen, wo es unsicher ist</translation>
        </message>
        <message>
            <source>Select the next object</source>
            <translation>Das nächste Objekt wählen</translation>
        </message>
        <message>
            <source>Select the object in row 1 of the list</source>
            <translation>Das Objekt in Zeile 1 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 2 of the list</source>
            <translation>Das Objekt in Zeile 2 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 3 of the list</source>
            <translation>Das Objekt in Zeile 3 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 4 of the list</source>
            <translation>Das Objekt in Zeile 4 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 5 of the list</source>
            <translation>Das Objekt in Zeile 5 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 6 of the list</source>
            <translation>Das Objekt in Zeile 6 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 7 of the list</source>
            <translation>Das Objekt in Zeile 7 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 8 of the list</source>
            <translation>Das Objekt in Zeile 8 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object in row 9 of the list</source>
            <translation>Das Objekt in Zeile 9 der Liste wählen</translation>
        </message>
        <message>
            <source>Select the object under the cursor</source>
            <translation>Das Objekt unter dem Zeiger wählen</translation>
        </message>
        <message>
            <source>Select the previous object</source>
            <translation>Das vorige Objekt wählen</translation>
        </message>
        <message>
            <source>Set &amp;In</source>
            <translation>&amp;Anfang setzen</translation>
        </message>
        <message>
            <source>Set &amp;Out</source>
            <translation>&amp;Ende setzen</translation>
        </message>
        <message>
            <source>Sets that it has: {names}.</source>
            <translation>Vorhandene Sätze: {names}.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Settings cannot be read or kept: {path} is not a settings file.</source>
            <translation>Einstellungen können nicht gelesen oder behalten werden: {path} ist keine Einstellungsdatei.</translation>
        </message>
        <message>
            <source>Show each frame as it is filled; going elsewhere stops following</source>
            <translation>Jedes Bild zeigen, wenn es gefüllt wird; woanders hingehen beendet das Folgen</translation>
        </message>
        <message>
            <source>Show every key</source>
            <translation>Alle Tasten zeigen</translation>
        </message>
        <message>
            <source>Show fewer frames</source>
            <translation>Weniger Bilder zeigen</translation>
        </message>
        <message>
            <source>Show how unsure the network is, by colour</source>
            <translation>Farbig zeigen, wie unsicher das Netz ist</translation>
        </message>
        <message>
            <source>Show masks over the frame</source>
            <translation>Masken über dem Bild zeigen</translation>
        </message>
        <message>
            <source>Show more frames</source>
            <translation>Mehr Bilder zeigen</translation>
        </message>
        <message>
            <source>Show or &amp;Hide</source>
            <translation>Zeigen oder &amp;ausblenden</translation>
        </message>
        <message>
            <source>Show or hide the current object</source>
            <translation>Das aktuelle Objekt zeigen oder ausblenden</translation>
        </message>
        <message>
            <source>Show the whole frame</source>
            <translation>Das ganze Bild zeigen</translation>
        </message>
        <message>
            <source>Show this object only, or all again</source>
            <translation>Nur dieses Objekt zeigen oder wieder alle</translation>
        </message>
        <message>
            <source>Show where you are when zoomed in</source>
            <translation>Zeigen, wo man ist, wenn das Bild vergrößert ist</translation>
        </message>
        <message>
            <source>Shrink</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <source>Shrink the current object's mask</source>
            <translation>Die Maske des aktuellen Objekts verkleinern</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Skip this step</source>
            <translation>Schritt überspringen</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Glätten</translation>
        </message>
        <message>
            <source>Smooth the current object's outline</source>
            <translation>Den Umriss des aktuellen Objekts glätten</translation>
        </message>
        <message>
            <source>Soft masks</source>
            <translation>Weiche Masken</translation>
        </message>
        <message>
            <source>Some frames of '{clip}' have names that differ only in bytes that are not UTF-8.</source>
            <translation>Einige Bilder von „{clip}“ haben Namen, die sich nur in Bytes unterscheiden, die nicht UTF-8 sind.</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Etwas ist schiefgegangen</translation>
        </message>
        <message>
            <source>Sort the masks into a folder for each object, with a file for each frame in it.</source>
            <translation>Legen Sie die Masken in einen Ordner je Objekt, mit einer Datei je Bild darin.</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>Abspalten</translation>
        </message>
        <message>
            <source>Split {name}</source>
            <translation>{name} aufspalten</translation>
        </message>
        <message>
            <source>Square brush</source>
            <translation>Eckiger Pinsel</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Step {number} of {count}</source>
            <translation>Schritt {number} von {count}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Stop; what is done is kept</source>
            <translation>Anhalten; was fertig ist, bleibt</translation>
        </message>
        <message>
            <source>Stopped after {done} of {total} frames; they are kept</source>
            <translation>Nach {done} von {total} Bildern angehalten; sie bleiben</translation>
        </message>
        <message>
            <source>Stopped before the first frame</source>
            <translation>Vor dem ersten Bild angehalten</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>Wird angehalten</translation>
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation>Tabelle (CSV)</translation>
        </message>
        <message>
            <source>Take back its last corner / give it up</source>
            <translation>Letzte Ecke zurücknehmen / aufgeben</translation>
        </message>
        <message>
            <source>Take off: {run}</source>
            <translation>Wegnehmen: {run}</translation>
        </message>
        <message>
            <source>Take only pixels joined with the one pointed at</source>
            <translation>Nur Bildpunkte nehmen, die mit dem gezeigten verbunden sind</translation>
        </message>
        <message>
            <source>Take pixels of a similar colour</source>
            <translation>Bildpunkte ähnlicher Farbe nehmen</translation>
        </message>
        <message>
            <source>Take the current object off every frame of the range</source>
            <translation>Das aktuelle Objekt aus jedem Bild des Bereichs nehmen</translation>
        </message>
        <message>
            <source>Take the tour</source>
            <translation>Die Tour machen</translation>
        </message>
        <message>
            <source>Take this run off the queue</source>
            <translation>Diesen Durchlauf aus der Warteschlange nehmen</translation>
        </message>
        <message>
            <source>Ten Frames Back</source>
            <translation>Zehn Bilder zurück</translation>
        </message>
        <message>
            <source>Ten Frames On</source>
            <translation>Zehn Bilder weiter</translation>
        </message>
        <message>
            <source>Ten frames back</source>
            <translation>Zehn Bilder zurück</translation>
        </message>
        <message>
            <source>Ten frames on</source>
            <translation>Zehn Bilder weiter</translation>
        </message>
        <message>
            <source>That is a fault of this program. Your masks are saved. Please send this report to its makers.</source>
            <translation>Das ist ein Fehler dieses Programms. Ihre Masken sind gespeichert. Bitte senden Sie diesen Bericht an seine Entwickler.</translation>
        </message>
        <message>
            <source>That is all there is to it. F1 explains whatever you point at, Ctrl+Shift+P finds every command.</source>
            <translation>Das ist schon alles. F1 erklärt, worauf Sie zeigen, Strg+Umschalt+P findet jeden Befehl.</translation>
        </message>
        <message>
            <source>The box is smaller than {count} pixels.</source>
            <translation>Der Rahmen ist kleiner als {count} Bildpunkte.</translation>
        </message>
        <message>
            <source>The clip has no object {id}.</source>
            <translation>Das Video hat kein Objekt {id}.</translation>
        </message>
        <message>
            <source>The current frame with its masks; paint with the tool in hand</source>
            <translation>Das aktuelle Bild mit seinen Masken; malen Sie mit dem gewählten Werkzeug</translation>
        </message>
        <message>
            <source>The current object has no mask on this frame.</source>
            <translation>Das aktuelle Objekt hat in diesem Bild keine Maske.</translation>
        </message>
        <message>
            <source>The dataset '{path}' holds no pictures of this clip.</source>
            <translation>Der Datensatz '{path}' enthält keine Bilder dieses Videos.</translation>
        </message>
        <message>
            <source>The device 'mps' has no double precision.</source>
            <translation>Das Gerät 'mps' kennt keine doppelte Genauigkeit.</translation>
        </message>
        <message>
            <source>The disk is full: the last change was not saved in {path}.</source>
            <translation>Der Datenträger ist voll: die letzte Änderung wurde nicht in {path} gespeichert.</translation>
        </message>
        <message>
            <source>The file as it was is kept as {path}.</source>
            <translation>Die ursprüngliche Datei wird als {path} aufbewahrt.</translation>
        </message>
        <message>
            <source>The file is damaged or breaks off near its start: copy or export it again.</source>
            <translation>Die Datei ist beschädigt oder bricht nahe am Anfang ab: kopieren oder exportieren Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>The file says that it lasts {promised} s, but its last frame is at {found} s.</source>
            <translation>Die Datei gibt eine Dauer von {promised} s an, aber ihr letztes Bild liegt bei {found} s.</translation>
        </message>
        <message>
            <source>The folder '{folder}' holds no images.</source>
            <translation>Der Ordner '{folder}' enthält keine Bilder.</translation>
        </message>
        <message>
            <source>The folders in '{path}' are called as frames are: they seem to hold a file for each object.</source>
            <translation>Die Ordner in „{path}“ heißen wie Bilder: sie enthalten wohl eine Datei je Objekt.</translation>
        </message>
        <message>
            <source>The frames of '{name}' are {size} pixels: they need no proxy.</source>
            <translation>Die Bilder von '{name}' haben {size} Bildpunkte: sie brauchen keine Vorschaukopie.</translation>
        </message>
        <message>
            <source>The frames of {name} are neither at {path} nor at {beside}.</source>
            <translation>Die Bilder von {name} sind weder unter {path} noch unter {beside}.</translation>
        </message>
        <message>
            <source>The full frame follows as soon as you rest on it.</source>
            <translation>Das ganze Bild folgt, sobald Sie bei ihm verweilen.</translation>
        </message>
        <message>
            <source>The full frame is still being read.</source>
            <translation>Das ganze Bild wird noch gelesen.</translation>
        </message>
        <message>
            <source>The grey levels of '{name}' use {bits} of 16 bits, of which the upper 8 are taken: it is nearly black. Save it with levels stretched over all 16 bits.</source>
            <translation>Die Graustufen von '{name}' nutzen {bits} von 16 Bit, von denen die oberen 8 genommen werden: es ist fast schwarz. Speichern Sie es mit Graustufen über alle 16 Bit.</translation>
        </message>
        <message>
            <source>The help file {name} is missing or broken.</source>
            <translation>Die Hilfedatei {name} fehlt oder ist beschädigt.</translation>
        </message>
        <message>
            <source>The image '{file}' is damaged or of an unknown kind.</source>
            <translation>Das Bild '{file}' ist beschädigt oder von unbekannter Art.</translation>
        </message>
        <message>
            <source>The language changes when the program is started again.</source>
            <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
        </message>
        <message>
            <source>The list '{path}' is empty.</source>
            <translation>Die Liste '{path}' ist leer.</translation>
        </message>
        <message>
            <source>The mask '{file}' has {count} values beside black and white: it seems to hold several objects.</source>
            <translation>Die Maske „{file}“ hat {count} Werte neben Schwarz und Weiß: sie scheint mehrere Objekte zu enthalten.</translation>
        </message>
        <message>
            <source>The mask '{file}' is damaged or no picture.</source>
            <translation>Die Maske '{file}' ist beschädigt oder kein Bild.</translation>
        </message>
        <message>
            <source>The mask '{file}' is no 16-bit picture of {size} pixels.</source>
            <translation>Die Maske '{file}' ist kein 16-Bit-Bild mit {size} Bildpunkten.</translation>
        </message>
        <message>
            <source>The mask '{file}' is {size} pixels, the frames are {frame_size}.</source>
            <translation>Die Maske '{file}' hat {size} Bildpunkte, die Bilder haben {frame_size}.</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: of its {count} values {few} ({values}) occur only on thin rims ({pixels} pixels), where nobody painted an object.</source>
            <translation>Die Maske '{path}' hat weiche Kanten: von ihren {count} Werten kommen {few} ({values}) nur an dünnen Rändern vor ({pixels} Bildpunkte), wo niemand ein Objekt gemalt hat.</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: some pixels are half transparent.</source>
            <translation>Die Maske '{path}' hat weiche Kanten: einige Bildpunkte sind halb durchsichtig.</translation>
        </message>
        <message>
            <source>The mask '{path}' has the grey levels {values}, which do not look like object ids.</source>
            <translation>Die Maske '{path}' hat die Grauwerte {values}, die nicht nach Objekt-Ids aussehen.</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, {few} of which (such as #{colour}) are not in the PASCAL-VOC palette: they cannot be told from soft edges.</source>
            <translation>Die Maske '{path}' hat {count} Farben, von denen {few} (etwa #{colour}) nicht in der PASCAL-VOC-Palette sind: sie sind von weichen Kanten nicht zu unterscheiden.</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, {few} of which (such as #{colour}) mean nothing in this dataset.</source>
            <translation>Die Maske „{path}“ hat {count} Farben, von denen {few} (etwa #{colour}) in diesem Datensatz nichts bedeuten.</translation>
        </message>
        <message>
            <source>The mask '{path}' holds no object: 255 means 'void' in an indexed picture.</source>
            <translation>Die Maske '{path}' enthält kein Objekt: 255 heißt in einem indizierten Bild 'void'.</translation>
        </message>
        <message>
            <source>The mask '{path}' holds no object: all of it is background.</source>
            <translation>Die Maske '{path}' enthält kein Objekt: alles ist Hintergrund.</translation>
        </message>
        <message>
            <source>The mask '{path}' holds the value {value}; ids go from 1 to 254.</source>
            <translation>Die Maske '{path}' enthält den Wert {value}; Ids gehen von 1 bis 254.</translation>
        </message>
        <message>
            <source>The names in '{path}' hold several numbers that may be the frame's (such as '{name}').</source>
            <translation>Die Namen in „{path}“ enthalten mehrere Zahlen, die die des Bildes sein können (etwa „{name}“).</translation>
        </message>
        <message>
            <source>The network is being fine-tuned.</source>
            <translation>Das Netz wird feinabgestimmt.</translation>
        </message>
        <message>
            <source>The network was fine-tuned on {count} frames: J {before} before, {after} now.</source>
            <translation>Das Netz wurde auf {count} Bilder feinabgestimmt: J vorher {before}, jetzt {after}.</translation>
        </message>
        <message>
            <source>The object is one piece on this frame.</source>
            <translation>Das Objekt ist in diesem Bild ein einziges Teil.</translation>
        </message>
        <message>
            <source>The picture '{file}' is too large: more than {most} megapixels.</source>
            <translation>Das Bild „{file}“ ist zu groß: mehr als {most} Megapixel.</translation>
        </message>
        <message>
            <source>The pictures in '{folder}' are {suffix} files, which cannot be read.</source>
            <translation>Die Bilder in „{folder}“ sind {suffix}-Dateien, die nicht gelesen werden können.</translation>
        </message>
        <message>
            <source>The pool held {count} frames with {pixels} pixels at matching size when this frame was segmented. References are whole; of other frames only what the reliability map calls sure is kept, the rest is dark here.</source>
            <translation>Der Vorrat hielt {count} Bilder mit {pixels} Bildpunkten in Vergleichsgröße, als dieses Bild segmentiert wurde. Referenzen sind ganz; von anderen Bildern bleibt nur, was die Zuverlässigkeitskarte sicher nennt, der Rest ist hier dunkel.</translation>
        </message>
        <message>
            <source>The project cannot lie beside {name}; it is {place}.</source>
            <translation>Das Projekt kann nicht neben {name} liegen; es ist {place}.</translation>
        </message>
        <message>
            <source>The project is damaged</source>
            <translation>Das Projekt ist beschädigt</translation>
        </message>
        <message>
            <source>The project is damaged: {finding}.</source>
            <translation>Das Projekt ist beschädigt: {finding}.</translation>
        </message>
        <message>
            <source>The project {name} belongs to a video that is not there any more:</source>
            <translation>Das Projekt {name} gehört zu einem Video, das nicht mehr da ist:</translation>
        </message>
        <message>
            <source>The project {path} cannot be opened or created.</source>
            <translation>Das Projekt {path} kann nicht geöffnet oder angelegt werden.</translation>
        </message>
        <message>
            <source>The project {path} cannot be written.</source>
            <translation>Das Projekt {path} kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>The project {path} has an older layout and cannot be written to bring it up to date.</source>
            <translation>Das Projekt {path} hat einen älteren Aufbau und kann nicht geschrieben werden, um es zu erneuern.</translation>
        </message>
        <message>
            <source>The project {path} is damaged ({reason}).</source>
            <translation>Das Projekt {path} ist beschädigt ({reason}).</translation>
        </message>
        <message>
            <source>The project {path} is open for reading only.</source>
            <translation>Das Projekt {path} ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>The project {path} may not be accessed.</source>
            <translation>Auf das Projekt {path} darf nicht zugegriffen werden.</translation>
        </message>
        <message>
            <source>The project {path} was made by a newer program (layout {found}, newest known {known}).</source>
            <translation>Das Projekt {path} stammt von einem neueren Programm (Aufbau {found}, bekannt bis {known}).</translation>
        </message>
        <message>
            <source>The proxy '{path}' {reason}; full frames are shown instead.</source>
            <translation>Die Vorschaukopie '{path}' {reason}; stattdessen werden ganze Bilder gezeigt.</translation>
        </message>
        <message>
            <source>The proxy is ready: {count} small pictures, {size} MiB.</source>
            <translation>Die Vorschaukopie ist fertig: {count} kleine Bilder, {size} MiB.</translation>
        </message>
        <message>
            <source>The proxy was removed.</source>
            <translation>Die Vorschaukopie wurde entfernt.</translation>
        </message>
        <message>
            <source>The range begins at this frame</source>
            <translation>Der Bereich beginnt bei diesem Bild</translation>
        </message>
        <message>
            <source>The range ends at this frame</source>
            <translation>Der Bereich endet bei diesem Bild</translation>
        </message>
        <message>
            <source>The range is the whole clip</source>
            <translation>Der Bereich ist das ganze Video</translation>
        </message>
        <message>
            <source>The range {first}..{last} does not lie within the clip (0..{end}).</source>
            <translation>Der Bereich {first}..{last} liegt nicht im Video (0..{end}).</translation>
        </message>
        <message>
            <source>The run was undone</source>
            <translation>Der Durchlauf wurde rückgängig gemacht</translation>
        </message>
        <message>
            <source>The sample clip opens now. Three things move in it.</source>
            <translation>Das Beispielvideo wird jetzt geöffnet. Drei Dinge bewegen sich darin.</translation>
        </message>
        <message>
            <source>The saved view of {name} could not be read; it opens with the usual one. The masks are not affected.</source>
            <translation>Die gespeicherte Ansicht von {name} ist nicht lesbar; das Projekt öffnet mit der üblichen. Die Masken sind nicht betroffen.</translation>
        </message>
        <message>
            <source>The seed of frame {frame} has no object in it.</source>
            <translation>Die Vorgabe von Bild {frame} enthält kein Objekt.</translation>
        </message>
        <message>
            <source>The settings file is damaged; what can be read of it is used.</source>
            <translation>Die Einstellungsdatei ist beschädigt; verwendet wird, was davon lesbar ist.</translation>
        </message>
        <message>
            <source>The settings were written by a newer version of this program.</source>
            <translation>Die Einstellungen wurden von einer neueren Version dieses Programms geschrieben.</translation>
        </message>
        <message>
            <source>The theme file {name} is broken: {why}.</source>
            <translation>Die Datei des Farbschemas {name} ist beschädigt: {why}.</translation>
        </message>
        <message>
            <source>The video has a high dynamic range ({kind}): it looks flat here.</source>
            <translation>Das Video hat einen hohen Dynamikumfang ({kind}): hier sieht es flau aus.</translation>
        </message>
        <message>
            <source>The video is interlaced: fast motion shows combs.</source>
            <translation>Das Video ist im Zeilensprung aufgenommen: schnelle Bewegung zeigt Kämme.</translation>
        </message>
        <message>
            <source>The video was found at {place}: it has the same content.</source>
            <translation>Das Video wurde gefunden: {place} hat denselben Inhalt.</translation>
        </message>
        <message>
            <source>The weights '{name}' are not of a compact network.</source>
            <translation>Die Gewichte '{name}' gehören zu keinem kompakten Netz.</translation>
        </message>
        <message>
            <source>The weights adapted to {name} are gone: there is no {file}.</source>
            <translation>Die an {name} angepassten Gewichte sind weg: {file} fehlt.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <source>There are no weights '{name}' ({path}).</source>
            <translation>Gewichte '{name}' gibt es nicht ({path}).</translation>
        </message>
        <message>
            <source>There is no copied mask of this size.</source>
            <translation>Es gibt keine kopierte Maske dieser Größe.</translation>
        </message>
        <message>
            <source>There is no device '{name}' here.</source>
            <translation>Ein Gerät '{name}' gibt es hier nicht.</translation>
        </message>
        <message>
            <source>There is no frame to fill in that direction.</source>
            <translation>In dieser Richtung gibt es kein Bild zu füllen.</translation>
        </message>
        <message>
            <source>There is no mask to import.</source>
            <translation>Es gibt keine Maske zu importieren.</translation>
        </message>
        <message>
            <source>There is no other object to merge it into.</source>
            <translation>Es gibt kein anderes Objekt, mit dem es verschmelzen könnte.</translation>
        </message>
        <message>
            <source>There is no project at {path}.</source>
            <translation>Unter {path} gibt es kein Projekt.</translation>
        </message>
        <message>
            <source>There is no proxy of this video.</source>
            <translation>Von diesem Video gibt es keine Vorschaukopie.</translation>
        </message>
        <message>
            <source>There is no room for temporary files in {path} ({reason}).</source>
            <translation>In {path} ist kein Platz für Zwischendateien ({reason}).</translation>
        </message>
        <message>
            <source>There was not enough memory to go on.</source>
            <translation>Der Speicher reichte nicht, um weiterzumachen.</translation>
        </message>
        <message>
            <source>There was not enough memory to save.</source>
            <translation>Der Arbeitsspeicher reichte nicht zum Speichern.</translation>
        </message>
        <message>
            <source>There was nothing to import.</source>
            <translation>Es gab nichts zu importieren.</translation>
        </message>
        <message>
            <source>These settings are not understood, and their defaults are used: {names}.</source>
            <translation>Diese Einstellungen sind unverständlich, ihre Vorgaben gelten: {names}.</translation>
        </message>
        <message>
            <source>This build of FFmpeg can encode neither H.264 nor VP9.</source>
            <translation>Dieses FFmpeg kann weder H.264 noch VP9 kodieren.</translation>
        </message>
        <message>
            <source>This frame</source>
            <translation>Dieses Bild</translation>
        </message>
        <message>
            <source>This is the last frame.</source>
            <translation>Das ist das letzte Bild.</translation>
        </message>
        <message>
            <source>This project is open for reading only.</source>
            <translation>Dieses Projekt ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>This project is open for reading only; nothing was changed.</source>
            <translation>Dieses Projekt ist nur zum Lesen geöffnet; nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Those pixels belong to a locked or hidden object.</source>
            <translation>Diese Bildpunkte gehören zu einem gesperrten oder ausgeblendeten Objekt.</translation>
        </message>
        <message>
            <source>Those pixels belong to another object.</source>
            <translation>Diese Bildpunkte gehören zu einem anderen Objekt.</translation>
        </message>
        <message>
            <source>Three objects, 60 frames, ready to try</source>
            <translation>Drei Objekte, 60 Bilder, bereit zum Ausprobieren</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Restzeit</translation>
        </message>
        <message>
            <source>Time; type minutes:seconds and press Enter</source>
            <translation>Zeit; Minuten:Sekunden eintippen und Eingabe drücken</translation>
        </message>
        <message>
            <source>Timecode</source>
            <translation>Zeitcode</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <source>Timeline: Whole Clip</source>
            <translation>Zeitleiste: ganzes Video</translation>
        </message>
        <message>
            <source>Timeline: Zoom In</source>
            <translation>Zeitleiste: vergrößern</translation>
        </message>
        <message>
            <source>Timeline: Zoom Out</source>
            <translation>Zeitleiste: verkleinern</translation>
        </message>
        <message>
            <source>To be looked at: {what}.</source>
            <translation>Anzusehen: {what}.</translation>
        </message>
        <message>
            <source>To seeds</source>
            <translation>Zu Vorgaben</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Toleranz</translation>
        </message>
        <message>
            <source>Tolerance of the magic wand</source>
            <translation>Toleranz des Zauberstabs</translation>
        </message>
        <message>
            <source>Tool options</source>
            <translation>Werkzeugoptionen</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <source>Tour</source>
            <translation>Tour</translation>
        </message>
        <message>
            <source>Try a larger box, or another tolerance.</source>
            <translation>Versuchen Sie einen größeren Rahmen oder eine andere Toleranz.</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>Turn the mask left to right</source>
            <translation>Die Maske von links nach rechts wenden</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo {step}</source>
            <translation>{step} rückgängig</translation>
        </message>
        <message>
            <source>Undone: {step}</source>
            <translation>Rückgängig gemacht: {step}</translation>
        </message>
        <message>
            <source>Unlock it in the list to paint it.</source>
            <translation>Entsperren Sie es in der Liste, um es zu malen.</translation>
        </message>
        <message>
            <source>Unlock or show it in the list.</source>
            <translation>Entsperren oder zeigen Sie es in der Liste.</translation>
        </message>
        <message>
            <source>Unmark Frame {frame}</source>
            <translation>Markierung von Bild {frame} aufheben</translation>
        </message>
        <message>
            <source>Unpack it, then choose its folder.</source>
            <translation>Entpacken Sie es, dann wählen Sie seinen Ordner.</translation>
        </message>
        <message>
            <source>Update this program, then open the project again. The file was left untouched.</source>
            <translation>Aktualisieren Sie dieses Programm, dann öffnen Sie das Projekt noch einmal. Die Datei wurde nicht angerührt.</translation>
        </message>
        <message>
            <source>Use --device cpu for fp64, or fp32 on mps.</source>
            <translation>Nehmen Sie --device cpu für fp64, oder fp32 auf mps.</translation>
        </message>
        <message>
            <source>Use a mask drawn on a frame of this clip at its full size.</source>
            <translation>Nehmen Sie eine Maske, die auf einem Bild dieses Videos in voller Größe gezeichnet ist.</translation>
        </message>
        <message>
            <source>Use frames of at least {count} pixels on each side.</source>
            <translation>Nehmen Sie Bilder mit mindestens {count} Bildpunkten je Seite.</translation>
        </message>
        <message>
            <source>Use frames that all have the same size.</source>
            <translation>Nehmen Sie Bilder, die alle gleich groß sind.</translation>
        </message>
        <message>
            <source>Use masks drawn on frames of this clip at their full size.</source>
            <translation>Nehmen Sie Masken, die auf Bildern dieses Videos in voller Größe gezeichnet sind.</translation>
        </message>
        <message>
            <source>Use the Fine-Tuned Network</source>
            <translation>Das feinabgestimmte Netz benutzen</translation>
        </message>
        <message>
            <source>Use the Network as It Was</source>
            <translation>Das ursprüngliche Netz benutzen</translation>
        </message>
        <message>
            <source>Use the fine-tuned network</source>
            <translation>Das feinabgestimmte Netz benutzen</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <source>Video instance segmentation. One JSON file with a track for each object.</source>
            <translation>Instanzsegmentierung in Videos. Eine JSON-Datei mit einer Spur je Objekt.</translation>
        </message>
        <message>
            <source>Video object segmentation. Frames and indexed PNG masks, value = object id.</source>
            <translation>Objektsegmentierung in Videos. Bilder und indizierte PNG-Masken, Wert = Objekt-Id.</translation>
        </message>
        <message>
            <source>Videos (*.mp4 *.mov *.mkv *.avi *.webm *.m4v *.mpg *.mpeg *.ts *.wmv *.gif);;All files (*)</source>
            <translation>Videos (*.mp4 *.mov *.mkv *.avi *.webm *.m4v *.mpg *.mpeg *.ts *.wmv *.gif);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Wait for it or cancel it.</source>
            <translation>Warten Sie darauf oder brechen Sie es ab.</translation>
        </message>
        <message>
            <source>Wait for it or stop it, then try again.</source>
            <translation>Warten Sie darauf oder halten Sie ihn an, dann versuchen Sie es wieder.</translation>
        </message>
        <message>
            <source>Wait for it, or cancel it in the status bar.</source>
            <translation>Warten Sie darauf oder brechen Sie es in der Statusleiste ab.</translation>
        </message>
        <message>
            <source>What cannot be carried as it is:</source>
            <translation>Was nicht unverändert übernommen werden kann:</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>Was möchten Sie tun?</translation>
        </message>
        <message>
            <source>What helps</source>
            <translation>Was hilft</translation>
        </message>
        <message>
            <source>What painting does where other objects are</source>
            <translation>Was beim Malen geschieht, wo andere Objekte sind</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <source>What {name} says of adapted weights is invalid.</source>
            <translation>Was {name} über angepasste Gewichte sagt, ist ungültig.</translation>
        </message>
        <message>
            <source>Wheel</source>
            <translation>Mausrad</translation>
        </message>
        <message>
            <source>When asked</source>
            <translation>Auf Wunsch</translation>
        </message>
        <message>
            <source>Where is the video?</source>
            <translation>Wo ist das Video?</translation>
        </message>
        <message>
            <source>Where the network is computed</source>
            <translation>Wo das Netz berechnet wird</translation>
        </message>
        <message>
            <source>Whether the next runs use what the network learned from your frames of this clip</source>
            <translation>Ob die nächsten Durchläufe benutzen, was das Netz aus Ihren Bildern dieses Videos gelernt hat</translation>
        </message>
        <message>
            <source>Which frames are in the patch pool, and why</source>
            <translation>Welche Bilder im Patch-Vorrat sind, und warum</translation>
        </message>
        <message>
            <source>Whole clip</source>
            <translation>Ganzes Video</translation>
        </message>
        <message>
            <source>With the &amp;Entropy</source>
            <translation>Mit der &amp;Entropie</translation>
        </message>
        <message>
            <source>With the &amp;Frame</source>
            <translation>Mit dem &amp;Bild</translation>
        </message>
        <message>
            <source>With the &amp;Reliability Map</source>
            <translation>Mit der &amp;Zuverlässigkeitskarte</translation>
        </message>
        <message>
            <source>Worth reviewing, {place} of {count}: frame {frame}, {share} unsure. R marks it as reviewed.</source>
            <translation>Prüfenswert, {place} von {count}: Bild {frame}, {share} unsicher. R markiert es als geprüft.</translation>
        </message>
        <message>
            <source>Write a copy of the project file</source>
            <translation>Eine Kopie der Projektdatei schreiben</translation>
        </message>
        <message>
            <source>Write an MP4 with masks</source>
            <translation>Ein MP4 mit Masken schreiben</translation>
        </message>
        <message>
            <source>Write frames and masks as a dataset, a video or a table</source>
            <translation>Bilder und Masken als Datensatz, Video oder Tabelle schreiben</translation>
        </message>
        <message>
            <source>Write one sequence name on each line.</source>
            <translation>Schreiben Sie in jede Zeile den Namen einer Sequenz.</translation>
        </message>
        <message>
            <source>Write the frames, too, not masks alone</source>
            <translation>Auch die Bilder schreiben, nicht nur Masken</translation>
        </message>
        <message>
            <source>Wrote a copy of the project to {path}.</source>
            <translation>Eine Kopie des Projekts nach {path} geschrieben.</translation>
        </message>
        <message>
            <source>You are ready</source>
            <translation>Sie sind so weit</translation>
        </message>
        <message>
            <source>Your masks are safe. Choose the video's new place to go on.</source>
            <translation>Ihre Masken sind sicher. Wählen Sie den neuen Ort des Videos, um weiterzumachen.</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>Ver&amp;größern</translation>
        </message>
        <message>
            <source>Zoom O&amp;ut</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>Zoom at the pointer</source>
            <translation>Am Zeiger vergrößern</translation>
        </message>
        <message>
            <source>Zoom in (wheel)</source>
            <translation>Vergrößern (Mausrad)</translation>
        </message>
        <message>
            <source>Zoom out (wheel)</source>
            <translation>Verkleinern (Mausrad)</translation>
        </message>
        <message>
            <source>a DAVIS dataset or a video</source>
            <translation>einen DAVIS-Datensatz oder ein Video</translation>
        </message>
        <message>
            <source>a file of that name already exists</source>
            <translation>eine Datei dieses Namens gibt es schon</translation>
        </message>
        <message>
            <source>a mask has a wrong checksum</source>
            <translation>eine Maske hat eine falsche Prüfsumme</translation>
        </message>
        <message>
            <source>a packed map cannot be unpacked</source>
            <translation>eine gepackte Karte lässt sich nicht auspacken</translation>
        </message>
        <message>
            <source>a part of its path is a file</source>
            <translation>ein Teil des Pfades ist eine Datei</translation>
        </message>
        <message>
            <source>a run began here</source>
            <translation>hier begann ein Durchlauf</translation>
        </message>
        <message>
            <source>a text is unreadable</source>
            <translation>ein Text ist unlesbar</translation>
        </message>
        <message>
            <source>annotated</source>
            <translation>annotiert</translation>
        </message>
        <message>
            <source>cannot be read ({error})</source>
            <translation>kann nicht gelesen werden ({error})</translation>
        </message>
        <message>
            <source>car {n}</source>
            <translation>Auto {n}</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>from a checkout</source>
            <translation>aus dem Quelltext</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>ausgeblendet</translation>
        </message>
        <message>
            <source>is damaged</source>
            <translation>ist beschädigt</translation>
        </message>
        <message>
            <source>is gone</source>
            <translation>ist verschwunden</translation>
        </message>
        <message>
            <source>is incomplete</source>
            <translation>ist unvollständig</translation>
        </message>
        <message>
            <source>it cannot be read</source>
            <translation>sie kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>it does not exist</source>
            <translation>es ist nicht vorhanden</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>es ist ein Ordner</translation>
        </message>
        <message>
            <source>its name is too long</source>
            <translation>der Name ist zu lang</translation>
        </message>
        <message>
            <source>joins id {id}</source>
            <translation>kommt zu Id {id}</translation>
        </message>
        <message>
            <source>label {value}</source>
            <translation>Label {value}</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message>
            <source>new, id {id}</source>
            <translation>neu, Id {id}</translation>
        </message>
        <message>
            <source>no colour for {names}</source>
            <translation>keine Farbe für {names}</translation>
        </message>
        <message>
            <source>no key</source>
            <translation>keine Taste</translation>
        </message>
        <message>
            <source>of {last}</source>
            <translation>von {last}</translation>
        </message>
        <message>
            <source>permission is denied</source>
            <translation>die Berechtigung fehlt</translation>
        </message>
        <message>
            <source>predicted</source>
            <translation>vorhergesagt</translation>
        </message>
        <message>
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <source>reliable parts</source>
            <translation>zuverlässige Teile</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>geprüft</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>der Datenträger ist voll</translation>
        </message>
        <message>
            <source>the disk is read-only</source>
            <translation>der Datenträger ist schreibgeschützt</translation>
        </message>
        <message>
            <source>the objects on one frame</source>
            <translation>die Objekte in einem Bild</translation>
        </message>
        <message>
            <source>through the clip</source>
            <translation>durch das Video</translation>
        </message>
        <message>
            <source>vehicle</source>
            <translation>Fahrzeug</translation>
        </message>
        <message>
            <source>was made of frames at other times than those of '{name}'</source>
            <translation>wurde von Bildern zu anderen Zeiten gemacht als denen von '{name}'</translation>
        </message>
        <message>
            <source>was made of other frames than those of '{name}'</source>
            <translation>wurde von anderen Bildern gemacht als denen von '{name}'</translation>
        </message>
        <message>
            <source>where the map is black</source>
            <translation>wo die Karte schwarz ist</translation>
        </message>
        <message>
            <source>your disk quota is used up</source>
            <translation>Ihr Speicherkontingent ist erschöpft</translation>
        </message>
        <message>
            <source>your masks</source>
            <translation>Ihre Masken</translation>
        </message>
        <message>
            <source>{count} JSON files that are not LabelMe's were passed over.</source>
            <translation>{count} JSON-Dateien, die nicht von LabelMe sind, wurden übergangen.</translation>
        </message>
        <message>
            <source>{count} KB</source>
            <translation>{count} KB</translation>
        </message>
        <message>
            <source>{count} changes are in memory only, because they cannot be saved.</source>
            <translation>{count} Änderungen sind nur im Speicher, weil sie nicht gespeichert werden können.</translation>
        </message>
        <message>
            <source>{count} frames</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>{count} frames: J {before} before, {after} now</source>
            <translation>{count} Bilder: J vorher {before}, jetzt {after}</translation>
        </message>
        <message>
            <source>{count} numbers behind polygons, confidences or tracks, were left out.</source>
            <translation>{count} Zahlen hinter Polygonen, Konfidenzen oder Spuren, wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} objects</source>
            <translation>{count} Objekte</translation>
        </message>
        <message>
            <source>{count} of {total} frames have no masks yet: propagate first, or export fewer frames.</source>
            <translation>{count} von {total} Bildern haben noch keine Masken: propagieren Sie zuerst, oder exportieren Sie weniger Bilder.</translation>
        </message>
        <message>
            <source>{count} pictures in '{folder}' were left out: '{suffix}' files cannot be read.</source>
            <translation>{count} Bilder in „{folder}“ wurden ausgelassen: „{suffix}“-Dateien können nicht gelesen werden.</translation>
        </message>
        <message>
            <source>{count} pictures of '{folder}' are shown as stored, not as their EXIF orientation says.</source>
            <translation>{count} Bilder von „{folder}“ werden gezeigt, wie sie gespeichert sind, nicht wie ihre EXIF-Ausrichtung sagt.</translation>
        </message>
        <message>
            <source>{count} pictures of '{folder}' are turned upright, as their EXIF orientation says.</source>
            <translation>{count} Bilder von „{folder}“ werden aufrecht gedreht, wie ihre EXIF-Ausrichtung sagt.</translation>
        </message>
        <message>
            <source>{count} runs that waited were taken off the queue.</source>
            <translation>{count} wartende Durchläufe wurden aus der Warteschlange genommen.</translation>
        </message>
        <message>
            <source>{format} (recognised)</source>
            <translation>{format} (erkannt)</translation>
        </message>
        <message>
            <source>{fps} of {source} fps</source>
            <translation>{fps} von {source} Bildern/s</translation>
        </message>
        <message>
            <source>{job} is still under way.</source>
            <translation>{job} ist noch im Gange.</translation>
        </message>
        <message>
            <source>{key} belongs to “{action}” already. Take it away there, or press another key.</source>
            <translation>{key} gehört schon zu „{action}“. Nehmen Sie sie dort weg oder drücken Sie eine andere Taste.</translation>
        </message>
        <message>
            <source>{key} opens the menu “{menu}”. Press another key.</source>
            <translation>{key} öffnet das Menü „{menu}“. Drücken Sie eine andere Taste.</translation>
        </message>
        <message>
            <source>{key} was set for both “{owner}” and “{other}”.</source>
            <translation>{key} war für „{owner}“ und „{other}“ zugleich gesetzt.</translation>
        </message>
        <message>
            <source>{masks} masks on {frames} frames</source>
            <translation>{masks} Masken in {frames} Bildern</translation>
        </message>
        <message>
            <source>{media} is not the video that {project} was made from: that one has {count} frames of {width}x{height} pixels.</source>
            <translation>{media} ist nicht das Video, aus dem {project} entstand: Jenes hat {count} Bilder mit {width}x{height} Bildpunkten.</translation>
        </message>
        <message>
            <source>{name}  (id {id})</source>
            <translation>{name}  (Id {id})</translation>
        </message>
        <message>
            <source>{name} (read only)</source>
            <translation>{name} (schreibgeschützt)</translation>
        </message>
        <message>
            <source>{name} (split)</source>
            <translation>{name} (abgespalten)</translation>
        </message>
        <message>
            <source>{name} already has {count} objects, the most a label map can hold.</source>
            <translation>{name} hat schon {count} Objekte, mehr fasst eine Labelkarte nicht.</translation>
        </message>
        <message>
            <source>{name} cannot be used as it is:</source>
            <translation>{name} kann so nicht benutzt werden:</translation>
        </message>
        <message>
            <source>{name} changed since it was annotated; check that the masks still fit.</source>
            <translation>{name} hat sich seit der Annotation geändert; prüfen Sie, ob die Masken noch passen.</translation>
        </message>
        <message>
            <source>{name} collected</source>
            <translation>{name} zusammengestellt</translation>
        </message>
        <message>
            <source>{name} copy</source>
            <translation>{name} Kopie</translation>
        </message>
        <message>
            <source>{name} has no room for the objects of the dataset: a label map holds {count}.</source>
            <translation>{name} hat keinen Platz für die Objekte des Datensatzes: eine Labelkarte fasst {count}.</translation>
        </message>
        <message>
            <source>{name} has no two annotated frames of one object, and adapting learns one from another.</source>
            <translation>{name} hat kein Objekt mit zwei annotierten Bildern, und die Feinabstimmung lernt eines aus dem anderen.</translation>
        </message>
        <message>
            <source>{name} is another file than before, with frames of the same number and size.</source>
            <translation>{name} ist eine andere Datei als zuvor, mit Bildern gleicher Zahl und Größe.</translation>
        </message>
        <message>
            <source>{name} is open in another window or program.</source>
            <translation>{name} ist in einem anderen Fenster oder Programm offen.</translation>
        </message>
        <message>
            <source>{name} notes a change that was not finished, but the note is unreadable; it was left out.</source>
            <translation>{name} vermerkt eine nicht abgeschlossene Änderung, aber der Vermerk ist nicht lesbar; sie wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{name} was repaired; the damaged file is kept as {kept}.</source>
            <translation>{name} wurde repariert; die beschädigte Datei bleibt als {kept} erhalten.</translation>
        </message>
        <message>
            <source>{path} cannot be repaired ({reason}).</source>
            <translation>{path} kann nicht repariert werden ({reason}).</translation>
        </message>
        <message>
            <source>{path} exists already.</source>
            <translation>{path} gibt es schon.</translation>
        </message>
        <message>
            <source>{path} is not a project of this program.</source>
            <translation>{path} ist kein Projekt dieses Programms.</translation>
        </message>
        <message>
            <source>{path} is not the video that {name} was made from (fingerprint {found}, expected {expected}).</source>
            <translation>{path} ist nicht das Video, aus dem {name} entstand (Fingerabdruck {found}, erwartet {expected}).</translation>
        </message>
        <message>
            <source>{run} or the next seed</source>
            <translation>{run} oder die nächste Vorgabe</translation>
        </message>
        <message>
            <source>{run}, {count} objects only</source>
            <translation>{run}, nur {count} Objekte</translation>
        </message>
        <message>
            <source>{share} reliable</source>
            <translation>{share} zuverlässig</translation>
        </message>
        <message>
            <source>{share} unsure</source>
            <translation>{share} unsicher</translation>
        </message>
        <message>
            <source>{task} is still under way.</source>
            <translation>{task} ist noch im Gange.</translation>
        </message>
        <message>
            <source>{task} was cancelled; nothing was left behind.</source>
            <translation>{task} wurde abgebrochen; nichts ist zurückgeblieben.</translation>
        </message>
        <message>
            <source>{task}, {time} left</source>
            <translation>{task}, noch {time}</translation>
        </message>
        <message>
            <source>{verb}: nothing to change there.</source>
            <translation>{verb}: dort ist nichts zu ändern.</translation>
        </message>
        <message>
            <source>{verb}: {count} frames changed.</source>
            <translation>{verb}: {count} Bilder geändert.</translation>
        </message>
        <message>
            <source>{width} × {height}</source>
            <translation>{width} × {height}</translation>
        </message>
        <message>
            <source>{width} × {height}  ·  {fps} fps  ·  {count} frames</source>
            <translation>{width} × {height}  ·  {fps} Bilder/s  ·  {count} Bilder</translation>
        </message>
        <message>
            <source>“{action}” is now on {key}.</source>
            <translation>„{action}“ liegt jetzt auf {key}.</translation>
        </message>
        <message>
            <source>“{name}” is locked.</source>
            <translation>„{name}“ ist gesperrt.</translation>
        </message>
        <message>
            <source>“{other}” has its default key again.</source>
            <translation>„{other}“ hat wieder die vorgegebene Taste.</translation>
        </message>
    </context>
</TS>
