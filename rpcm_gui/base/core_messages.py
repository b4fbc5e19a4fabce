"""What the core said, in the user's language.

The core knows nothing of languages: its errors are English sentences with values in them. Here each is recognised by
its template, taken apart, and put together again with the template's translation. What is not recognised stays English.

What the core says to the user, as templates: :mod:`.core_messages` recognises and translates them.

Written as the core's messages come out, with names in the place of values; ``{reason}`` may be one of these itself.
A test holds that the core still says each of them, and that it says nothing in the window's course that is not here.
"""

from __future__ import annotations

import re
from functools import cache

from core.errors import UserError
from rpcm_gui.base.language import SOURCE, language, mark, tr
from rpcm_gui.base.values import Level, Message

TEMPLATES: tuple[str, ...] = (
    # Files
    mark("Cannot read '{path}': {reason}."),
    mark("Cannot write '{path}': {reason}."),
    mark("Cannot remove '{path}': {reason}."),
    mark("it does not exist"),
    mark("permission is denied"),
    mark("the disk is read-only"),
    mark("the disk is full"),
    mark("your disk quota is used up"),
    mark("it is a folder"),
    mark("a part of its path is a file"),
    mark("a file of that name already exists"),
    mark("its name is too long"),
    mark("Check the path; the file may have been moved or renamed."),
    mark("Change the permissions of the file or folder, or choose another place."),
    mark("Choose a place that can be written to."),
    mark("Free some space or choose another disk, then try again."),
    mark("Choose a file."),
    mark("Choose a path whose parents are folders."),
    mark("Choose another name, or remove the file."),
    mark("Choose a shorter name."),
    mark("Check the disk and the path, then try again."),
    mark("Change its permissions."),
    mark("'{path}' changed on the disk while it was open."),
    mark("Open it again. Masks may no longer fit if its pictures are others now."),
    mark("Choose the name of a file."),
    mark("'{path}' already exists."),
    mark("Choose another name, or allow it to be overwritten."),
    mark("'{path}' holds other things ('{thing}'), which overwriting would delete."),
    mark("'{thing}' in '{path}' changed since this program wrote it; overwriting would lose that."),
    mark("'{path}' holds '{thing}', which is being read; overwriting would delete it."),
    mark("'{path}' changed while its new content was written; it was left as it is."),
    mark("Choose another folder, or try again."),
    mark("'{path}' was not written by this program, or changed since."),
    mark("Choose another name, or move the file away."),
    mark("Cannot write '{path}': it is the current folder."),
    mark("Choose the name of a folder."),
    mark("Choose a new or an empty folder."),
    mark("'{path}' is no text in UTF-8."),
    mark("Save it again as UTF-8, or give another file."),
    # Videos and images
    mark("'{file}' is {width}x{height} pixels, but '{first}' is {first_size}."),
    mark("All frames of a folder must have one size: move the others to a folder of their own or resize them."),
    mark("The image '{file}' is damaged or of an unknown kind."),
    mark("Replace the file or remove it."),
    mark("The folder '{folder}' holds no images."),
    mark("Choose a folder with JPEG, PNG, BMP, TIFF or WebP files."),
    mark("No file fits the pattern '{pattern}'."),
    mark("Check the folder and the name around the number."),
    mark("'{file}' is no image."),
    mark("Choose a pattern of JPEG, PNG, BMP, TIFF or WebP files."),
    mark("'{file}' holds fractions, not colours."),
    mark("Save it with 8 or 16 bits for each channel."),
    mark("'{other}' and '{file}' in '{folder}' share a name."),
    mark("Keep one file for each frame; put masks into a folder of their own."),
    mark("Copy it again, or export it with 8 or 16 bits for each channel."),
    mark("'{path}' is a single picture."),
    mark("Open the folder that holds the pictures."),
    mark("Page {index} of '{path}' is {size} pixels, the first is {first_size}."),
    mark("All pages must have one size: save the others in a file of their own."),
    mark("Page {index} of '{path}' is damaged."),
    mark("Copy or export the file again."),
    mark("Frame {index} of '{name}' cannot be read: {reason}"),
    mark("Copy or export the video again; the frames before can be used as they are."),
    mark("Frame {index} of '{name}' is {size}, the frames before are {first_size}."),
    mark("Convert the video to one size, for example with ffmpeg."),
    mark("No frame of the video '{path}' can be decoded."),
    mark("The file is damaged or breaks off near its start: copy or export it again."),
    mark("'{path}' is a folder, not a video."),
    mark("'{path}' is a single picture, not a video."),
    mark("'{path}' holds no video."),
    mark("'{path}' is not a video, or it breaks off before its index."),
    mark("Choose a video (mp4, mov, mkv, avi, webm ...) or a folder of images."),
    mark(
        "Choose a video (mp4, mov, mkv, avi, webm ...) or a folder of images. If it was copied or recorded, "
        "get it again: the end of it may be missing."
    ),
    mark("The video is interlaced: fast motion shows combs."),
    mark("The video has a high dynamic range ({kind}): it looks flat here."),
    mark("'{name}' breaks off: of {count} frames only the first {readable} can be read."),
    mark("The file says that it lasts {promised} s, but its last frame is at {found} s."),
    mark(
        "The grey levels of '{name}' use {bits} of 16 bits, of which the upper 8 are taken: it is nearly black. "
        "Save it with levels stretched over all 16 bits."
    ),
    mark("'{path}' is a dataset of {count} clips: {names}."),
    mark("Name one, such as '{path}'."),
    mark("The frames of '{name}' are {size} pixels: they need no proxy."),
    mark("Proxies are for frames of {size} pixels and more along their longer edge."),
    mark("'{path}' changed while its proxy was made."),
    mark("Open it again, then make the proxy."),
    mark("The proxy '{path}' {reason}; full frames are shown instead."),
    mark("is damaged"),
    mark("is incomplete"),
    mark("is gone"),
    mark("cannot be read ({error})"),
    mark("was made of other frames than those of '{name}'"),
    mark("was made of frames at other times than those of '{name}'"),
    mark("Make it anew, or remove it."),
    mark("'{path}' is damaged, or of a kind that cannot be read."),
    mark("The pictures in '{folder}' are {suffix} files, which cannot be read."),
    mark("Convert them to PNG or JPEG."),
    mark("The picture '{file}' is too large: more than {most} megapixels."),
    mark("Make it smaller, or cut it."),
    mark("{count} pictures in '{folder}' were left out: '{suffix}' files cannot be read."),
    mark("{count} pictures of '{folder}' are shown as stored, not as their EXIF orientation says."),
    mark("{count} pictures of '{folder}' are turned upright, as their EXIF orientation says."),
    # Projects
    mark("{path} is not a project of this program."),
    mark("Choose a file that ends in .rpcm and was made here; to annotate a video, open the video itself."),
    mark("The project {path} was made by a newer program (layout {found}, newest known {known})."),
    mark("Update this program, then open the project again. The file was left untouched."),
    mark("The project {path} is open for reading only."),
    mark("Save a copy and work on that."),
    mark("The disk is full: the last change was not saved in {path}."),
    mark("Make room on that disk and try again; everything before it is saved."),
    mark("The project {path} cannot be written."),
    mark("Check the permissions of the file and its folder, or copy the project to a folder of yours."),
    mark("Reading or writing {path} failed."),
    mark("Check that its disk or network drive is connected and has room, then open the project again."),
    mark("Another program holds the project {path}."),
    mark("Close the other program (a database browser, a backup or synchronisation) and try again."),
    mark("The project {path} cannot be opened or created."),
    mark("Check that its folder exists and that you may read and write there."),
    mark("The project {path} may not be accessed."),
    mark("Check the permissions of the file and its folder."),
    mark("The project {path} is damaged ({reason})."),
    mark("a mask has a wrong checksum"),
    mark("a packed map cannot be unpacked"),
    mark("a text is unreadable"),
    mark("It was left untouched. `rpcm project repair {name}` writes what can be read of it into a new file."),
    mark(
        "It was left untouched. `rpcm project repair {name}` writes what can be read of it into a new file. "
        "An older copy lies beside it: {copy}."
    ),
    mark("{name} already has {count} objects, the most a label map can hold."),
    mark("Merge objects, or split the clip into two projects."),
    mark("{path} exists already."),
    mark("Open it, or choose another name."),
    mark("There is no project at {path}."),
    mark("Check the name, or open the video to start a new project."),
    mark("The project {path} has an older layout and cannot be written to bring it up to date."),
    mark("Copy it to a folder that you can write, and open the copy."),
    mark("{path} cannot be repaired ({reason})."),
    mark("It was left untouched. Restore a copy: from a backup of that folder, or a file beside it that ends in .bak."),
    mark("Choose another name for the repaired project."),
    mark("{name} is open in another window or program."),
    mark("'{path}' has changes in '{log}': it is open, or a program that had it open was killed."),
    mark("Close it. If nothing has it open, take the changes in: rpcm project compact {name}"),
    mark("'{log}' holds changes of a project that was at '{path}' and would be mixed into a new one."),
    mark("Choose another name, or move that file away."),
    mark("'{path}' is not a project, so it is not replaced."),
    mark("Choose another name."),
    mark("Close it there, then try again."),
    mark("The frames of {name} are neither at {path} nor at {beside}."),
    mark("Say where they are now (relink). The masks are safe: they are in the project."),
    mark("{path} is not the video that {name} was made from (fingerprint {found}, expected {expected})."),
    mark(
        "Choose the original, or confirm that this one has the same frames: masks would sit on wrong frames otherwise."
    ),
    mark("'{path}' changed since it was annotated."),
    mark("The weights adapted to {name} are gone: there is no {file}."),
    mark("'{path}' has a name that is not UTF-8, which a project cannot store."),
    mark("Rename the file or folder, for example to '{name}'."),
    mark("What {name} says of adapted weights is invalid."),
    mark("Let it forget them: rpcm adapt {name} --undo"),
    mark(
        "'{path}' has {count} frames of {size} pixels; when {name} was annotated it had {known_count} of {known_size}."
    ),
    mark(
        "Put the original back, or say where it is now: rpcm project relink {name} VIDEO. "
        "The masks are safe: they are in the project."
    ),
    # Import and export
    mark("No frame would be exported."),
    mark("Mark frames as reviewed, or export all frames."),
    mark("The clip has no object {id}."),
    mark("Choose objects of the clip."),
    mark("The range {first}..{last} does not lie within the clip (0..{end})."),
    mark("Choose frames of the clip."),
    mark("'{path}' holds no COCO file."),
    mark("Choose the JSON file, or the folder with 'annotations' in it."),
    mark("'{file}' is a ZIP archive."),
    mark("Unpack it, then choose its folder."),
    mark("'{file}' is no file in the format CVAT for video 1.1."),
    mark("Export the task from CVAT as 'CVAT for video 1.1'."),
    mark("'{file}' is no XML: {reason}."),
    mark("Export the task from CVAT again."),
    mark("'{path}' is no DAVIS dataset: it has no folder '{part}'."),
    mark("'{folder}' has no folder '{part}'."),
    mark("'{path}' has no set '{part}'."),
    mark("Sets that it has: {names}."),
    mark("The list '{path}' is empty."),
    mark("Write one sequence name on each line."),
    mark("'{folder}' holds no sequences."),
    mark("Choose the folder that holds 'JPEGImages' and 'Annotations'."),
    mark("'{path}' is in none of the formats that can be recognised."),
    mark("Choose the folder at the top of the dataset, or say which format it is."),
    mark("{name} has no room for the objects of the dataset: a label map holds {count}."),
    mark("'{path}' holds no files of LabelMe."),
    mark("Choose the folder with the JSON files in it."),
    mark("'{path}' holds no mask pictures."),
    mark("Choose the folder that holds one mask for each frame."),
    mark("'{path}' is no MOTS dataset: it has no '{part}'."),
    mark("Choose the folder that holds '{part}'."),
    mark("The mask '{file}' is no 16-bit picture of {size} pixels."),
    mark("Choose masks made for this clip."),
    mark("The mask '{file}' is damaged or no picture."),
    mark("Copy it again."),
    mark("MOTS has room for {count} classes."),
    mark("A class mask holds 254 categories."),
    mark("Give the objects fewer categories."),
    mark("This build of FFmpeg can encode neither H.264 nor VP9."),
    mark("Install PyAV from PyPI ('pip install av'), whose build has both."),
    mark("'{path}' holds no masks."),
    mark("Choose the folder that holds a folder of PNG for each object."),
    mark("The mask '{file}' is {size} pixels, the frames are {frame_size}."),
    mark("Use masks drawn on frames of this clip at their full size."),
    mark("Use a mask drawn on a frame of this clip at its full size."),
    mark("The dataset '{path}' holds no pictures of this clip."),
    mark("Say which video or folder of images it was made from."),
    mark(
        "'{path}' has masks for {count} frames, which '{name}' with its {frames} frames does not have (such "
        "as '{missing}')."
    ),
    mark("Choose the video or folder that the masks were made from."),
    mark("'{path}' has no clip '{part}'."),
    mark("Clips that it has: {names}."),
    mark("'{path}' is no valid {kind}: {reason}."),
    mark("Export it again from the program that made it."),
    mark("'{path}' holds no '{part}'."),
    mark("'{path}' is no YOLO dataset: it has no 'labels'."),
    mark("'{path}' holds no YouTube-VIS file."),
    mark("'{path}' has masks for frames {first} to {last}, the video has 1 to {count}."),
    mark("Sort the masks into a folder for each object, with a file for each frame in it."),
    mark("The folders in '{path}' are called as frames are: they seem to hold a file for each object."),
    mark("In '{path}', '{first}' and '{second}' both belong to frame {frame}."),
    mark("Keep one file for each frame; files of single objects belong into a folder for each (format binary)."),
    mark("Rename the files so that the frame's number is the only one, or the only one with zeros before it."),
    mark("The names in '{path}' hold several numbers that may be the frame's (such as '{name}')."),
    mark("No frame of '{path}' is in its set '{part}'."),
    mark("Choose another set."),
    mark("'{path}' holds no label files of YOLO."),
    mark("Choose the folder that holds 'labels' with them."),
    mark("'{path}' is of a dataset of keypoints, which are no masks."),
    mark("Choose one of segmentation."),
    mark("The mask '{path}' has {count} colours, {few} of which (such as #{colour}) mean nothing in this dataset."),
    mark("Name each colour in its label map, and save masks with hard edges."),
    mark("Choose the JSON file, or the folder of the dataset."),
    mark("'{path}' is no YouTube-VOS dataset: no 'Annotations'."),
    mark("Choose the folder that holds it."),
    mark("The mask '{path}' has soft edges: some pixels are half transparent."),
    mark(
        "The mask '{path}' has soft edges: of its {count} values {few} ({values}) occur only on thin rims "
        "({pixels} pixels), where nobody painted an object."
    ),
    mark("Save the mask without anti-aliasing and without scaling it: hard edges, one value for each object, as PNG."),
    mark("The mask '{path}' holds the value {value}; ids go from 1 to 254."),
    mark("The mask '{path}' holds no object: all of it is background."),
    mark("Paint at least one object first."),
    mark("The mask '{path}' has the grey levels {values}, which do not look like object ids."),
    mark("Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background."),
    mark(
        "The mask '{path}' has {count} colours, {few} of which (such as #{colour}) are not in the PASCAL-VOC "
        "palette: they cannot be told from soft edges."
    ),
    mark(
        "Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background. Colours "
        "must have hard edges."
    ),
    mark("The mask '{path}' holds no object: 255 means 'void' in an indexed picture."),
    mark("Paint the object with the value 1, or save the mask as a black and white grey picture."),
    mark(
        "Put the file back beside the project, adapt anew, or switch the adapted weights off (rpcm adapt {name} --off)."
    ),
    mark("Some frames of '{clip}' have names that differ only in bytes that are not UTF-8."),
    mark("Name the exported files by frame number instead (--naming frame)."),
    mark("{count} JSON files that are not LabelMe's were passed over."),
    mark("{count} numbers behind polygons, confidences or tracks, were left out."),
    mark("'{dataset}' lists no clips."),
    mark("Choose a dataset with clips in it, or another set of it."),
    mark("Choose a dataset of masks or polygons, and the video that it was made from."),
    mark("Nothing could be read of '{dataset}', no frame has a mask: {reason}"),
    mark("The mask '{file}' has {count} values beside black and white: it seems to hold several objects."),
    mark("Import it in the format masks, or save one black and white picture for each object."),
    # Runs and tools
    mark("Frames are {size} pixels: too small to segment."),
    mark("Use frames of at least {count} pixels on each side."),
    mark("Frames are {size} pixels: more than can be handled."),
    mark("Scale the video down to at most {count} pixels on the longer side."),
    mark("The seed of frame {frame} has no object in it."),
    mark("Paint at least one object on that frame."),
    mark("On frame {frame}, object {id} is too small to be seen by the network."),
    mark("On frame {frame}, objects {ids} are too small to be seen by the network."),
    mark("Annotate a frame that shows more of it, crop the video around it, or use --full-resolution."),
    mark("Frame {frame} ({name}) is {size}, but the clip is {clip_size}."),
    mark("Use frames that all have the same size."),
    mark("Memory of the device '{name}' ran out."),
    mark(
        "Close other programs that use it, choose a smaller pool budget or frame size, or run on another "
        "device (cpu). Frames finished so far are kept."
    ),
    mark("There is no device '{name}' here."),
    mark("Choose auto or cpu; `rpcm doctor` lists what was found."),
    mark("The device 'mps' has no double precision."),
    mark("Use --device cpu for fp64, or fp32 on mps."),
    mark("There is no room for temporary files in {path} ({reason})."),
    mark("Free some space there, or propagate in one direction. Frames finished so far are kept."),
    mark("The box is smaller than {count} pixels."),
    mark("Drag it around the whole object."),
    mark("{name} has no two annotated frames of one object, and adapting learns one from another."),
    mark("Propagate, correct a frame or more where the masks drift, then adapt."),
    mark("The weights '{name}' are not of a compact network."),
    mark("Adapt those: only they are small enough to learn in a minute."),
    mark("There are no weights '{name}' ({path})."),
    mark("Bundled: {names}; or give a file."),
    mark("{name} notes a change that was not finished, but the note is unreadable; it was left out."),
)

_FIELD = re.compile(r"\{(\w+)\}")
_REASON = "reason"


def message_of(error: UserError, level: Level = "error") -> Message:
    """The message that tells of ``error``, in the user's language."""
    return Message(level, translate(error.message), translate(error.hint))


def translate(text: str) -> str:
    """A sentence of the core in the user's language; any other text as it is."""
    if language() == SOURCE:
        return text
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            values = {name: translate(value) if name == _REASON else value for name, value in found.groupdict().items()}
            return tr(template).format(**values)
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every template with its pattern, those with most words of their own first: they fit the fewest texts."""
    ordered = sorted(TEMPLATES, key=lambda template: -len(_FIELD.sub("", template)))
    return tuple((template, _pattern(template)) for template in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _FIELD.split(template)
    words, names = parts[::2], parts[1::2]
    fields = [f"(?P<{name}>.+?)" for name in names]
    return re.compile("".join(re.escape(word) + field for word, field in zip(words, [*fields, ""], strict=True)), re.S)
