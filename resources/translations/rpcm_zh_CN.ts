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
            <source>'{dataset}' lists no clips.</source>
            <translation>“{dataset}”没有列出任何片段。</translation>
        </message>
        <message>
            <source>'{file}' holds fractions, not colours.</source>
            <translation>“{file}”存储的是小数而非颜色。</translation>
        </message>
        <message>
            <source>'{file}' is a ZIP archive.</source>
            <translation>“{file}”是 ZIP 压缩包。</translation>
        </message>
        <message>
            <source>'{file}' is no XML: {reason}.</source>
            <translation>“{file}”不是 XML：{reason}。</translation>
        </message>
        <message>
            <source>'{file}' is no file in the format CVAT for video 1.1.</source>
            <translation>“{file}”不是 CVAT for video 1.1 格式的文件。</translation>
        </message>
        <message>
            <source>'{file}' is no image.</source>
            <translation>“{file}”不是图像。</translation>
        </message>
        <message>
            <source>'{file}' is {width}x{height} pixels, but '{first}' is {first_size}.</source>
            <translation>“{file}”为 {width}x{height} 像素，但“{first}”为 {first_size}。</translation>
        </message>
        <message>
            <source>'{folder}' has no folder '{part}'.</source>
            <translation>“{folder}”中没有文件夹“{part}”。</translation>
        </message>
        <message>
            <source>'{folder}' holds no sequences.</source>
            <translation>“{folder}”中没有序列。</translation>
        </message>
        <message>
            <source>'{log}' holds changes of a project that was at '{path}' and would be mixed into a new one.</source>
            <translation>“{log}”包含曾位于“{path}”的项目的更改，会混入新项目。</translation>
        </message>
        <message>
            <source>'{name}' breaks off: of {count} frames only the first {readable} can be read.</source>
            <translation>“{name}”不完整：{count} 帧中只有前 {readable} 帧可以读取。</translation>
        </message>
        <message>
            <source>'{other}' and '{file}' in '{folder}' share a name.</source>
            <translation>“{folder}”中的“{other}”与“{file}”同名。</translation>
        </message>
        <message>
            <source>'{path}' already exists.</source>
            <translation>“{path}”已存在。</translation>
        </message>
        <message>
            <source>'{path}' changed on the disk while it was open.</source>
            <translation>“{path}”在打开期间于磁盘上被更改。</translation>
        </message>
        <message>
            <source>'{path}' changed since it was annotated.</source>
            <translation>“{path}”在标注之后被更改。</translation>
        </message>
        <message>
            <source>'{path}' changed while its new content was written; it was left as it is.</source>
            <translation>写入新内容期间“{path}”发生了变化；已保持原样。</translation>
        </message>
        <message>
            <source>'{path}' changed while its proxy was made.</source>
            <translation>“{path}”在生成代理期间被更改。</translation>
        </message>
        <message>
            <source>'{path}' has a name that is not UTF-8, which a project cannot store.</source>
            <translation>“{path}”的名称不是 UTF-8，项目无法保存它。</translation>
        </message>
        <message>
            <source>'{path}' has changes in '{log}': it is open, or a program that had it open was killed.</source>
            <translation>“{path}”在“{log}”中有更改：它正被打开，或打开它的程序曾被强行终止。</translation>
        </message>
        <message>
            <source>'{path}' has masks for frames {first} to {last}, the video has 1 to {count}.</source>
            <translation>“{path}”含有第 {first} 到 {last} 帧的掩码，而视频只有第 1 到 {count} 帧。</translation>
        </message>
        <message>
            <source>'{path}' has masks for {count} frames, which '{name}' with its {frames} frames does not have (such as '{missing}').</source>
            <translation>“{path}”含有 {count} 帧的掩码，而共 {frames} 帧的“{name}”没有这些帧（例如“{missing}”）。</translation>
        </message>
        <message>
            <source>'{path}' has no clip '{part}'.</source>
            <translation>“{path}”中没有片段“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' has no set '{part}'.</source>
            <translation>“{path}”中没有集合“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' has {count} frames of {size} pixels; when {name} was annotated it had {known_count} of {known_size}.</source>
            <translation>“{path}”有 {count} 帧，每帧 {size} 像素；标注 {name} 时有 {known_count} 帧，每帧 {known_size} 像素。</translation>
        </message>
        <message>
            <source>'{path}' holds '{thing}', which is being read; overwriting would delete it.</source>
            <translation>“{path}”包含正在读取的“{thing}”；覆盖会将其删除。</translation>
        </message>
        <message>
            <source>'{path}' holds no '{part}'.</source>
            <translation>“{path}”中没有“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' holds no COCO file.</source>
            <translation>“{path}”中没有 COCO 文件。</translation>
        </message>
        <message>
            <source>'{path}' holds no YouTube-VIS file.</source>
            <translation>“{path}”中没有 YouTube-VIS 文件。</translation>
        </message>
        <message>
            <source>'{path}' holds no files of LabelMe.</source>
            <translation>“{path}”中没有 LabelMe 文件。</translation>
        </message>
        <message>
            <source>'{path}' holds no label files of YOLO.</source>
            <translation>“{path}”不含 YOLO 标签文件。</translation>
        </message>
        <message>
            <source>'{path}' holds no mask pictures.</source>
            <translation>“{path}”中没有掩码图片。</translation>
        </message>
        <message>
            <source>'{path}' holds no masks.</source>
            <translation>“{path}”中没有掩码。</translation>
        </message>
        <message>
            <source>'{path}' holds no video.</source>
            <translation>“{path}”不含视频。</translation>
        </message>
        <message>
            <source>'{path}' holds other things ('{thing}'), which overwriting would delete.</source>
            <translation>“{path}”中有其他内容（“{thing}”），覆盖会将其删除。</translation>
        </message>
        <message>
            <source>'{path}' is a dataset of {count} clips: {names}.</source>
            <translation>“{path}”是包含 {count} 个片段的数据集：{names}。</translation>
        </message>
        <message>
            <source>'{path}' is a folder, not a video.</source>
            <translation>“{path}”是文件夹，不是视频。</translation>
        </message>
        <message>
            <source>'{path}' is a single picture, not a video.</source>
            <translation>“{path}”是单张图片，不是视频。</translation>
        </message>
        <message>
            <source>'{path}' is a single picture.</source>
            <translation>“{path}”是单张图片。</translation>
        </message>
        <message>
            <source>'{path}' is damaged, or of a kind that cannot be read.</source>
            <translation>“{path}”已损坏，或属于无法读取的类型。</translation>
        </message>
        <message>
            <source>'{path}' is in none of the formats that can be recognised.</source>
            <translation>“{path}”不属于任何可识别的格式。</translation>
        </message>
        <message>
            <source>'{path}' is no DAVIS dataset: it has no folder '{part}'.</source>
            <translation>“{path}”不是 DAVIS 数据集：没有文件夹“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' is no MOTS dataset: it has no '{part}'.</source>
            <translation>“{path}”不是 MOTS 数据集：没有“{part}”。</translation>
        </message>
        <message>
            <source>'{path}' is no YOLO dataset: it has no 'labels'.</source>
            <translation>“{path}”不是 YOLO 数据集：没有“labels”。</translation>
        </message>
        <message>
            <source>'{path}' is no YouTube-VOS dataset: no 'Annotations'.</source>
            <translation>“{path}”不是 YouTube-VOS 数据集：没有“Annotations”。</translation>
        </message>
        <message>
            <source>'{path}' is no text in UTF-8.</source>
            <translation>“{path}”不是 UTF-8 文本。</translation>
        </message>
        <message>
            <source>'{path}' is no valid {kind}: {reason}.</source>
            <translation>“{path}”不是有效的 {kind}：{reason}。</translation>
        </message>
        <message>
            <source>'{path}' is not a project, so it is not replaced.</source>
            <translation>“{path}”不是项目，因此不会被替换。</translation>
        </message>
        <message>
            <source>'{path}' is not a video, or it breaks off before its index.</source>
            <translation>“{path}”不是视频，或在索引之前中断。</translation>
        </message>
        <message>
            <source>'{path}' is of a dataset of keypoints, which are no masks.</source>
            <translation>“{path}”属于关键点数据集，关键点不是掩码。</translation>
        </message>
        <message>
            <source>'{path}' was not written by this program, or changed since.</source>
            <translation>“{path}”不是由本程序写入的，或写入后已被修改。</translation>
        </message>
        <message>
            <source>'{thing}' in '{path}' changed since this program wrote it; overwriting would lose that.</source>
            <translation>“{path}”中的“{thing}”在本程序写入后已被修改；覆盖会丢失这些修改。</translation>
        </message>
        <message>
            <source>, {count} left out</source>
            <translation>，略过 {count} 帧</translation>
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
            <source>A class mask holds 254 categories.</source>
            <translation>类别掩码最多容纳 254 个类别。</translation>
        </message>
        <message>
            <source>A folder of JPEG or PNG frames</source>
            <translation>由 JPEG 或 PNG 帧组成的文件夹</translation>
        </message>
        <message>
            <source>A grey PNG for each object and frame: how sure each pixel is to belong to it.</source>
            <translation>每个对象的每一帧对应一张灰度 PNG：表示各像素属于该对象的把握。</translation>
        </message>
        <message>
            <source>A propagation is under way.</source>
            <translation>正在进行传播。</translation>
        </message>
        <message>
            <source>A reviewed frame is never changed by a run</source>
            <translation>已审核的帧不会被任何一次传播改动</translation>
        </message>
        <message>
            <source>A table with area, box and reliability of each object on each frame.</source>
            <translation>表格：每个对象在每一帧的面积、边框和可靠性。</translation>
        </message>
        <message>
            <source>A tablet's pen paints as wide as it is pressed</source>
            <translation>数位笔按压越重，画得越宽</translation>
        </message>
        <message>
            <source>A video to show: masks laid over the frames, at the source's frame rate.</source>
            <translation>用于展示的视频：掩码叠加在画面上，帧率与源视频一致。</translation>
        </message>
        <message>
            <source>About RPCM Annotator</source>
            <translation>关于 RPCM Annotator</translation>
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
            <source>Adapt those: only they are small enough to learn in a minute.</source>
            <translation>请微调紧凑网络的权重：只有它们小到足以在一分钟内学习。</translation>
        </message>
        <message>
            <source>Add an object</source>
            <translation>添加一个对象</translation>
        </message>
        <message>
            <source>Add the copied mask to the current object</source>
            <translation>将复制的掩码添加到当前对象</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translation>添加 {name}</translation>
        </message>
        <message>
            <source>All frames</source>
            <translation>所有帧</translation>
        </message>
        <message>
            <source>All frames of a folder must have one size: move the others to a folder of their own or resize them.</source>
            <translation>文件夹中的所有帧尺寸必须一致：请将其他尺寸的移到单独的文件夹或调整大小。</translation>
        </message>
        <message>
            <source>All keys are the defaults again.</source>
            <translation>所有按键已恢复默认。</translation>
        </message>
        <message>
            <source>All objects</source>
            <translation>所有对象</translation>
        </message>
        <message>
            <source>All pages must have one size: save the others in a file of their own.</source>
            <translation>所有页的尺寸必须一致：请将其他页保存到单独的文件。</translation>
        </message>
        <message>
            <source>Annotate a frame that shows more of it, crop the video around it, or use --full-resolution.</source>
            <translation>请标注显示更多该对象的帧，将视频裁剪到其周围，或使用 --full-resolution。</translation>
        </message>
        <message>
            <source>Another change over a range is still under way.</source>
            <translation>另一项范围修改仍在进行中。</translation>
        </message>
        <message>
            <source>Another program holds the project {path}.</source>
            <translation>另一个程序占用了项目 {path}。</translation>
        </message>
        <message>
            <source>Apple &amp;GPU (MPS)</source>
            <translation>Apple &amp;GPU (MPS)</translation>
        </message>
        <message>
            <source>As it was opened</source>
            <translation>打开时的状态</translation>
        </message>
        <message>
            <source>As the source names its frames</source>
            <translation>与源帧名称一致</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
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
            <source>Beginning of the file</source>
            <translation>文件开头</translation>
        </message>
        <message>
            <source>Beginning of {name}, of the frames shown below</source>
            <translation>{name} 的开头，对应下方显示的帧</translation>
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
            <source>Bring masks of a dataset into this project</source>
            <translation>将数据集的掩码导入此项目</translation>
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
            <source>Bundled: {names}; or give a file.</source>
            <translation>随附：{names}；或指定文件。</translation>
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
            <source>Cannot read '{path}': {reason}.</source>
            <translation>无法读取“{path}”：{reason}。</translation>
        </message>
        <message>
            <source>Cannot remove '{path}': {reason}.</source>
            <translation>无法删除“{path}”：{reason}。</translation>
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
            <source>Changes kept in memory: {count}. They are saved as soon as that works; do not close the program yet.</source>
            <translation>内存中保留的改动：{count} 处。一旦可以保存就会立即保存；请先不要关闭程序。</translation>
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
            <source>Check the disk and the path, then try again.</source>
            <translation>请检查磁盘和路径，然后重试。</translation>
        </message>
        <message>
            <source>Check the folder and the name around the number.</source>
            <translation>请检查文件夹以及编号前后的名称。</translation>
        </message>
        <message>
            <source>Check the name, or open the video to start a new project.</source>
            <translation>请检查名称，或打开视频以新建项目。</translation>
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
            <source>Checking {name}</source>
            <translation>正在检查 {name}</translation>
        </message>
        <message>
            <source>Choose a dataset of masks or polygons, and the video that it was made from.</source>
            <translation>请选择由掩码或多边形组成的数据集，以及其来源视频。</translation>
        </message>
        <message>
            <source>Choose a dataset with clips in it, or another set of it.</source>
            <translation>请选择包含片段的数据集，或其中的另一个子集。</translation>
        </message>
        <message>
            <source>Choose a file that ends in .rpcm and was made here; to annotate a video, open the video itself.</source>
            <translation>请选择由本程序生成、以 .rpcm 结尾的文件；要标注视频，请直接打开视频。</translation>
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
            <source>Choose a new or an empty folder.</source>
            <translation>请选择新的或空的文件夹。</translation>
        </message>
        <message>
            <source>Choose a path whose parents are folders.</source>
            <translation>请选择上级均为文件夹的路径。</translation>
        </message>
        <message>
            <source>Choose a pattern of JPEG, PNG, BMP, TIFF or WebP files.</source>
            <translation>请选择 JPEG、PNG、BMP、TIFF 或 WebP 文件的模式。</translation>
        </message>
        <message>
            <source>Choose a place that can be written to.</source>
            <translation>请选择可写入的位置。</translation>
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
            <source>Choose a video (mp4, mov, mkv, avi, webm ...) or a folder of images. If it was copied or recorded, get it again: the end of it may be missing.</source>
            <translation>请选择视频（mp4、mov、mkv、avi、webm 等）或图像文件夹。如果它是复制或录制而来，请重新获取：结尾可能缺失。</translation>
        </message>
        <message>
            <source>Choose an action, click into the field and press a key.</source>
            <translation>选择一个操作，点击输入框，然后按下按键。</translation>
        </message>
        <message>
            <source>Choose another folder, or try again.</source>
            <translation>请选择其他文件夹，或重试。</translation>
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
            <source>Choose another name, or allow it to be overwritten.</source>
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
            <source>Choose another name.</source>
            <translation>请选择其他名称。</translation>
        </message>
        <message>
            <source>Choose another set.</source>
            <translation>请选择另一个子集。</translation>
        </message>
        <message>
            <source>Choose auto or cpu; `rpcm doctor` lists what was found.</source>
            <translation>请选择 auto 或 cpu；`rpcm doctor` 会列出找到的设备。</translation>
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
            <source>Choose frames of the clip.</source>
            <translation>请选择片段中的帧。</translation>
        </message>
        <message>
            <source>Choose masks made for this clip.</source>
            <translation>请选择为此片段制作的掩码。</translation>
        </message>
        <message>
            <source>Choose objects of the clip.</source>
            <translation>请选择片段中的对象。</translation>
        </message>
        <message>
            <source>Choose one of segmentation.</source>
            <translation>请选择分割数据集。</translation>
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
            <source>Choose the folder at the top of the dataset, or say which format it is.</source>
            <translation>请选择数据集的顶层文件夹，或指定其格式。</translation>
        </message>
        <message>
            <source>Choose the folder that holds 'JPEGImages' and 'Annotations'.</source>
            <translation>请选择包含“JPEGImages”和“Annotations”的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder that holds 'labels' with them.</source>
            <translation>请选择含有“labels”及这些文件的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder that holds '{part}'.</source>
            <translation>请选择包含“{part}”的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder that holds a folder of PNG for each object.</source>
            <translation>请选择其中每个对象各有一个 PNG 文件夹的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder that holds it.</source>
            <translation>请选择包含它的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder that holds one mask for each frame.</source>
            <translation>请选择每帧含一个掩码的文件夹。</translation>
        </message>
        <message>
            <source>Choose the folder with the JSON files in it.</source>
            <translation>请选择包含 JSON 文件的文件夹。</translation>
        </message>
        <message>
            <source>Choose the name of a file.</source>
            <translation>请选择文件名。</translation>
        </message>
        <message>
            <source>Choose the name of a folder.</source>
            <translation>请选择一个文件夹名称。</translation>
        </message>
        <message>
            <source>Choose the original, or confirm that this one has the same frames: masks would sit on wrong frames otherwise.</source>
            <translation>请选择原视频，或确认此视频的帧相同：否则掩码会落在错误的帧上。</translation>
        </message>
        <message>
            <source>Choose the video or folder that the masks were made from.</source>
            <translation>请选择制作这些掩码所用的视频或文件夹。</translation>
        </message>
        <message>
            <source>Choose your own keys</source>
            <translation>自定义按键</translation>
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
            <source>Click anything to read what it is</source>
            <translation>点击任意部件查看其说明</translation>
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
            <source>Clips that it has: {names}.</source>
            <translation>已有片段：{names}。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close it there, then try again.</source>
            <translation>请在那里将其关闭，然后重试。</translation>
        </message>
        <message>
            <source>Close it, then repair it: rpcm project repair FILE</source>
            <translation>请关闭它，然后修复：rpcm project repair 文件</translation>
        </message>
        <message>
            <source>Close it. If nothing has it open, take the changes in: rpcm project compact {name}</source>
            <translation>请将其关闭。如果没有程序打开它，请合并这些更改：rpcm project compact {name}</translation>
        </message>
        <message>
            <source>Close other programs that use it, choose a smaller pool budget or frame size, or run on another device (cpu). Frames finished so far are kept.</source>
            <translation>请关闭占用它的其他程序，选择较小的图块池或帧尺寸，或在其他设备（cpu）上运行。已完成的帧会保留。</translation>
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
            <source>Close the project; everything is saved already</source>
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
            <source>Collected into {path}, which opens wherever you move it.</source>
            <translation>已收集到 {path}，移动到任何位置都能打开。</translation>
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
            <source>Compare left of a line that can be dragged</source>
            <translation>在可拖动的分割线左侧对比</translation>
        </message>
        <message>
            <source>Compare with the bare frame</source>
            <translation>与原始帧对比</translation>
        </message>
        <message>
            <source>Compare with the entropy heat map</source>
            <translation>与熵热图对比</translation>
        </message>
        <message>
            <source>Compare with the reliability map</source>
            <translation>与可靠性图对比</translation>
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
            <source>Contrast</source>
            <translation>对比度</translation>
        </message>
        <message>
            <source>Convert the video to one size, for example with ffmpeg.</source>
            <translation>请将视频转换为统一尺寸，例如使用 ffmpeg。</translation>
        </message>
        <message>
            <source>Convert them to PNG or JPEG.</source>
            <translation>请将它们转换为 PNG 或 JPEG。</translation>
        </message>
        <message>
            <source>Copy it again, or export it with 8 or 16 bits for each channel.</source>
            <translation>请重新复制，或以每通道 8 位或 16 位导出。</translation>
        </message>
        <message>
            <source>Copy it again.</source>
            <translation>请重新复制。</translation>
        </message>
        <message>
            <source>Copy it to a folder that you can write, and open the copy.</source>
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
            <source>Copy or export the video again; the frames before can be used as they are.</source>
            <translation>请重新复制或导出视频；之前的帧仍可直接使用。</translation>
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
            <source>Ctrl+Wheel</source>
            <translation>Ctrl+滚轮</translation>
        </message>
        <message>
            <source>Cut it with the eraser first; every piece but the largest then becomes a new object.</source>
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
            <source>Device, precision, detail and pool count from the next propagation on.</source>
            <translation>设备、精度、细节和图块池设置从下一次传播起生效。</translation>
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
            <source>Do anything by its name</source>
            <translation>通过名称执行任意操作</translation>
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
            <source>Drag the picture (also: middle button, or hold Space)</source>
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
            <source>Enter does it, Esc closes</source>
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
            <source>Every change is, the moment it is made.</source>
            <translation>每次改动都会立即保存。</translation>
        </message>
        <message>
            <source>Every n-th frame</source>
            <translation>每隔 n 帧</translation>
        </message>
        <message>
            <source>Every undo step; click one</source>
            <translation>所有撤销步骤；点击即可跳转</translation>
        </message>
        <message>
            <source>Everything can be carried.</source>
            <translation>所有内容均可导入。</translation>
        </message>
        <message>
            <source>Everything finished so far is kept. Choose the device 'cpu', close other programs or use a smaller video.</source>
            <translation>目前已完成的内容均已保留。请选择设备“cpu”，关闭其他程序，或使用较小的视频。</translation>
        </message>
        <message>
            <source>Everything is saved again.</source>
            <translation>所有内容已重新保存。</translation>
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
            <source>Export the task from CVAT again.</source>
            <translation>请重新从 CVAT 导出任务。</translation>
        </message>
        <message>
            <source>Export the task from CVAT as 'CVAT for video 1.1'.</source>
            <translation>请从 CVAT 以“CVAT for video 1.1”导出任务。</translation>
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
            <source>Finest (slowest)</source>
            <translation>最精细（最慢）</translation>
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
            <source>For LabelMe: one JSON file a frame, beside its picture.</source>
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
            <source>Frame that is shown</source>
            <translation>显示的帧</translation>
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
            <source>Frame {frame} is outside of the range {first}..{last}.</source>
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
            <source>Frame {index} of '{name}' is {size}, the frames before are {first_size}.</source>
            <translation>“{name}”的第 {index} 帧为 {size}，之前的帧为 {first_size}。</translation>
        </message>
        <message>
            <source>Frame {index}, with the masks that it gets</source>
            <translation>第 {index} 帧及其将得到的掩码</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <source>Frames are {size} pixels: more than can be handled.</source>
            <translation>帧为 {size} 像素：超出可处理范围。</translation>
        </message>
        <message>
            <source>Frames are {size} pixels: too small to segment.</source>
            <translation>帧为 {size} 像素：太小，无法分割。</translation>
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
            <source>Frames with the masks that they get are shown here before anything is done.</source>
            <translation>在执行任何操作之前，这里会显示各帧将得到的掩码。</translation>
        </message>
        <message>
            <source>Free some space on the disk and save. Closing again without that gives them up.</source>
            <translation>请先清理磁盘空间并保存。若不保存而再次关闭，这些改动将丢失。</translation>
        </message>
        <message>
            <source>Free some space or choose another disk, then try again.</source>
            <translation>请腾出空间或选择其他磁盘，然后重试。</translation>
        </message>
        <message>
            <source>Free some space there, or propagate in one direction. Frames finished so far are kept.</source>
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
            <source>Give every object a colour that colour-blind people can tell apart</source>
            <translation>为每个对象分配色盲者也能区分的颜色</translation>
        </message>
        <message>
            <source>Give every object a distinct bright colour</source>
            <translation>为每个对象分配鲜明易分的颜色</translation>
        </message>
        <message>
            <source>Give the keyboard to the next panel</source>
            <translation>将键盘焦点移到下一个面板</translation>
        </message>
        <message>
            <source>Give the keyboard to the previous panel</source>
            <translation>将键盘焦点移到上一个面板</translation>
        </message>
        <message>
            <source>Give the objects fewer categories.</source>
            <translation>请减少对象的类别。</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Go on where you left off</source>
            <translation>从上次停下的地方继续</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>跳转</translation>
        </message>
        <message>
            <source>Go to a doubtful frame</source>
            <translation>跳转到存疑的帧</translation>
        </message>
        <message>
            <source>Go to a frame inside the range, or clear the range.</source>
            <translation>请跳转到范围内的某一帧，或清除范围。</translation>
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
            <source>In a name {n} stands for the row's number and {id} for the object's id.</source>
            <translation>名称中的 {n} 代表行号，{id} 代表对象编号。</translation>
        </message>
        <message>
            <source>In the project</source>
            <translation>项目中</translation>
        </message>
        <message>
            <source>Indexed PNG of objects and of classes, with lists of frames.</source>
            <translation>对象和类别的索引 PNG，附帧列表。</translation>
        </message>
        <message>
            <source>Install PyAV from PyPI ('pip install av'), whose build has both.</source>
            <translation>请从 PyPI 安装 PyAV（“pip install av”），其版本两者都支持。</translation>
        </message>
        <message>
            <source>Install the program again.</source>
            <translation>请重新安装程序。</translation>
        </message>
        <message>
            <source>Install the program again; the other theme is used.</source>
            <translation>请重新安装程序；目前使用另一个主题。</translation>
        </message>
        <message>
            <source>Instance segmentation. JSON with run lengths, boxes and track ids, frames beside it.</source>
            <translation>实例分割。含游程编码、边框和轨迹编号的 JSON，帧图像在旁。</translation>
        </message>
        <message>
            <source>It was left untouched. Restore a copy: from a backup of that folder, or a file beside it that ends in .bak.</source>
            <translation>它未被改动。请恢复副本：来自该文件夹的备份，或旁边以 .bak 结尾的文件。</translation>
        </message>
        <message>
            <source>It was left untouched. `rpcm project repair {name}` writes what can be read of it into a new file.</source>
            <translation>它未被改动。`rpcm project repair {name}` 会将其中可读的内容写入新文件。</translation>
        </message>
        <message>
            <source>It was left untouched. `rpcm project repair {name}` writes what can be read of it into a new file. An older copy lies beside it: {copy}.</source>
            <translation>它未被改动。`rpcm project repair {name}` 会将其中可读的内容写入新文件。旁边有一个较旧的副本：{copy}。</translation>
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
            <source>Joined only</source>
            <translation>仅相连区域</translation>
        </message>
        <message>
            <source>Keep locked</source>
            <translation>保护已锁定</translation>
        </message>
        <message>
            <source>Keep one file for each frame; files of single objects belong into a folder for each (format binary).</source>
            <translation>每帧只保留一个文件；单个对象的文件应各放入一个文件夹（格式 binary）。</translation>
        </message>
        <message>
            <source>Keep one file for each frame; put masks into a folder of their own.</source>
            <translation>每帧只保留一个文件；请将掩码放入单独的文件夹。</translation>
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
            <source>Learn it on the sample clip, step by step</source>
            <translation>用示例视频一步步学习</translation>
        </message>
        <message>
            <source>Leave the application</source>
            <translation>退出程序</translation>
        </message>
        <message>
            <source>Let it forget them: rpcm adapt {name} --undo</source>
            <translation>让它忘记这些权重：rpcm adapt {name} --undo</translation>
        </message>
        <message>
            <source>Let the network learn from your frames of this clip; takes a minute or two, and you can undo it</source>
            <translation>让网络从您标注的帧中学习；需要一两分钟，可以撤销</translation>
        </message>
        <message>
            <source>Let the run rest, or go on</source>
            <translation>暂停或继续传播</translation>
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
            <source>MOTS has room for {count} classes.</source>
            <translation>MOTS 最多容纳 {count} 个类别。</translation>
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
            <source>Make it anew, or remove it.</source>
            <translation>请重新制作，或将其删除。</translation>
        </message>
        <message>
            <source>Make it smaller, or cut it.</source>
            <translation>请缩小或裁剪它。</translation>
        </message>
        <message>
            <source>Make room on that disk and try again; everything before it is saved.</source>
            <translation>请在该磁盘上腾出空间并重试；此前的一切均已保存。</translation>
        </message>
        <message>
            <source>Make small copies of the frames of a 4K video, to be seen while you scrub and play</source>
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
            <source>Mask opacity (%)</source>
            <translation>掩码不透明度 (%)</translation>
        </message>
        <message>
            <source>Mask opacity in percent</source>
            <translation>掩码不透明度（百分比）</translation>
        </message>
        <message>
            <source>Mask pictures</source>
            <translation>掩码图像</translation>
        </message>
        <message>
            <source>Masks</source>
            <translation>掩码</translation>
        </message>
        <message>
            <source>Memory of the device '{name}' ran out.</source>
            <translation>设备“{name}”的内存已用完。</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>合并</translation>
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
            <source>More to do with objects</source>
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
            <source>Move it away, then start the program again.</source>
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
            <source>Name one, such as '{path}'.</source>
            <translation>请指定其中一个，例如“{path}”。</translation>
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
            <source>Next frame of which the network is unsure</source>
            <translation>网络不确定的下一帧</translation>
        </message>
        <message>
            <source>Next frame with your masks</source>
            <translation>含有您的掩码的下一帧</translation>
        </message>
        <message>
            <source>Next: {run}</source>
            <translation>下一个：{run}</translation>
        </message>
        <message>
            <source>No file fits the pattern '{pattern}'.</source>
            <translation>没有文件符合模式“{pattern}”。</translation>
        </message>
        <message>
            <source>No frame has masks of yours yet.</source>
            <translation>还没有任何帧含有您绘制的掩码。</translation>
        </message>
        <message>
            <source>No frame is left of which the network is unsure.</source>
            <translation>已没有网络不确定的帧。</translation>
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
            <source>No frame would be exported.</source>
            <translation>不会导出任何帧。</translation>
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
            <source>No object</source>
            <translation>无对象</translation>
        </message>
        <message>
            <source>No objects yet. Paint on the frame,
or add one with Ctrl+N.</source>
            <translation>还没有对象。在画面上绘制，
或按 Ctrl+N 添加。</translation>
        </message>
        <message>
            <source>No run has a result here. Propagate, then look again.</source>
            <translation>此处没有传播结果。请先传播，再来查看。</translation>
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
            <source>Nothing but indexed PNG masks, one a frame, in one folder.</source>
            <translation>只有索引 PNG 掩码，每帧一张，放在同一文件夹。</translation>
        </message>
        <message>
            <source>Nothing could be read of '{dataset}', no frame has a mask: {reason}</source>
            <translation>无法从“{dataset}”读取任何内容，没有帧带有掩码：{reason}</translation>
        </message>
        <message>
            <source>Nothing is changed before you press Import.</source>
            <translation>在您点击“导入”之前不会有任何改动。</translation>
        </message>
        <message>
            <source>Nothing was changed: fine-tuned, the network would be no better (J {before}, then {after}).</source>
            <translation>未作改动：微调后网络并不会更好（J {before}，之后 {after}）。</translation>
        </message>
        <message>
            <source>Nothing was found there.</source>
            <translation>此处没有找到任何内容。</translation>
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
            <source>Object masks for video: paint one frame, propagate, correct what is unsure.</source>
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
            <source>Object that takes it in</source>
            <translation>接收它的对象</translation>
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
            <source>Objects to propagate</source>
            <translation>要传播的对象</translation>
        </message>
        <message>
            <source>On every frame “{name}” becomes part of the chosen object. It can be undone.</source>
            <translation>“{name}”将在每一帧中并入所选对象。此操作可以撤销。</translation>
        </message>
        <message>
            <source>On frame {frame}, object {id} is too small to be seen by the network.</source>
            <translation>第 {frame} 帧上的对象 {id} 太小，网络无法看到。</translation>
        </message>
        <message>
            <source>On frame {frame}, objects {ids} are too small to be seen by the network.</source>
            <translation>第 {frame} 帧上的对象 {ids} 太小，网络无法看到。</translation>
        </message>
        <message>
            <source>One foreground: all objects become one, black and white masks.</source>
            <translation>单一前景：所有对象合为一个，黑白掩码。</translation>
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
            <source>Only the ticked objects change; the others stay as they are</source>
            <translation>只有勾选的对象会改变；其他对象保持不变</translation>
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
            <source>Open it again. Masks may no longer fit if its pictures are others now.</source>
            <translation>请重新打开。如果其画面已不同，掩码可能不再吻合。</translation>
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
            <source>Open the clip that comes along</source>
            <translation>打开附带的示例视频</translation>
        </message>
        <message>
            <source>Open the folder that holds the pictures.</source>
            <translation>请打开包含图片的文件夹。</translation>
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
            <source>Paint over one of the moving things with the brush. The wheel zooms, [ and ] change the brush.</source>
            <translation>用画笔涂抹一个运动的物体。滚轮缩放，[ 和 ] 调整画笔大小。</translation>
        </message>
        <message>
            <source>Paint the current object</source>
            <translation>绘制当前对象</translation>
        </message>
        <message>
            <source>Paint the object with the value 1, or save the mask as a black and white grey picture.</source>
            <translation>请用值 1 绘制对象，或将掩码保存为黑白灰度图片。</translation>
        </message>
        <message>
            <source>Paint unsure regions black</source>
            <translation>将不确定区域显示为黑色</translation>
        </message>
        <message>
            <source>Paint what is missing; the right button erases. Then F would carry the correction on from here.</source>
            <translation>补画缺少的部分；右键擦除。之后按 F 即可从这里继续传播修正。</translation>
        </message>
        <message>
            <source>Paint whole squares of pixels</source>
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
            <source>Paused; what is done is kept</source>
            <translation>已暂停；已完成的结果会保留</translation>
        </message>
        <message>
            <source>Pen pressure</source>
            <translation>笔压</translation>
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
            <source>Pictures under the timeline</source>
            <translation>时间轴下方的缩略图</translation>
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
            <source>Press Ctrl+E to look at the formats. Nothing is written until you say so.</source>
            <translation>按 Ctrl+E 查看各种格式。在您确认之前不会写入任何内容。</translation>
        </message>
        <message>
            <source>Press Ctrl+Z. Every step can be undone, a whole run as well.</source>
            <translation>按 Ctrl+Z。每一步都可以撤销，整次传播也可以。</translation>
        </message>
        <message>
            <source>Press F: the network carries your mask through the clip, frame by frame. You can go on working meanwhile.</source>
            <translation>按 F：网络会逐帧把您的掩码传播到整个视频。期间您可以继续工作。</translation>
        </message>
        <message>
            <source>Press N for the next frame worth reviewing, or drag the timeline to where the mask is wrong.</source>
            <translation>按 N 跳转到下一个值得审核的帧，或拖动时间轴到掩码有误的地方。</translation>
        </message>
        <message>
            <source>Press U: black is where the network is unsure. The ribbon under the timeline rises there, too.</source>
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
            <source>Propagate, correct a frame or more where the masks drift, then adapt.</source>
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
            <source>Proxies are for frames of {size} pixels and more along their longer edge.</source>
            <translation>代理用于长边不少于 {size} 像素的帧。</translation>
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
            <source>Put the file back beside the project, adapt anew, or switch the adapted weights off (rpcm adapt {name} --off).</source>
            <translation>请将文件放回项目旁边，重新微调，或关闭微调后的权重（rpcm adapt {name} --off）。</translation>
        </message>
        <message>
            <source>Put the original back, or choose where it is now. The masks are safe: they are in the project.</source>
            <translation>请将原文件放回，或选择其现在的位置。掩码是安全的：它们保存在项目中。</translation>
        </message>
        <message>
            <source>Put the original back, or say where it is now: rpcm project relink {name} VIDEO. The masks are safe: they are in the project.</source>
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
            <source>Remove small loose pieces</source>
            <translation>去除细小的零散碎块</translation>
        </message>
        <message>
            <source>Remove the current object and its masks</source>
            <translation>移除当前对象及其掩码</translation>
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
            <source>Remove what was drawn on this frame</source>
            <translation>移除此帧上绘制的内容</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>移除 {name}</translation>
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
            <source>Rename the files so that the frame's number is the only one, or the only one with zeros before it.</source>
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
            <source>Repairing writes everything that can be read into a new file of this name, and says what is lost. The damaged file is kept beside it.</source>
            <translation>修复会将所有可读内容写入同名的新文件，并说明丢失了什么。损坏的文件会保留在旁边。</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>全部替换</translation>
        </message>
        <message>
            <source>Replace the file or remove it.</source>
            <translation>请替换或移除该文件。</translation>
        </message>
        <message>
            <source>Replace what I drew (reviewed frames stay)</source>
            <translation>替换我绘制的内容（已审核的帧保留）</translation>
        </message>
        <message>
            <source>Replace what is there</source>
            <translation>替换已有内容</translation>
        </message>
        <message>
            <source>Replaces other objects, but never locked or hidden ones</source>
            <translation>替换其他对象，但不改动锁定或隐藏的对象</translation>
        </message>
        <message>
            <source>Replaces whatever is there, locked objects too</source>
            <translation>替换所有已有内容，包括锁定的对象</translation>
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
            <source>Restore defaults</source>
            <translation>恢复默认</translation>
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
            <source>Right button</source>
            <translation>右键</translation>
        </message>
        <message>
            <source>Runs that wait</source>
            <translation>等待中的传播</translation>
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
            <source>Save it again as UTF-8, or give another file.</source>
            <translation>请将其另存为 UTF-8，或提供其他文件。</translation>
        </message>
        <message>
            <source>Save it with 8 or 16 bits for each channel.</source>
            <translation>请以每通道 8 位或 16 位保存。</translation>
        </message>
        <message>
            <source>Save now</source>
            <translation>立即保存</translation>
        </message>
        <message>
            <source>Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background.</source>
            <translation>请将掩码保存为索引（调色板）PNG，其值为对象 ID，0 表示背景。</translation>
        </message>
        <message>
            <source>Save the mask as an indexed (palette) PNG whose values are the object ids, 0 for background. Colours must have hard edges.</source>
            <translation>请将掩码保存为索引（调色板）PNG，其值为对象 ID，0 表示背景。颜色必须有硬边缘。</translation>
        </message>
        <message>
            <source>Save the mask without anti-aliasing and without scaling it: hard edges, one value for each object, as PNG.</source>
            <translation>请不使用抗锯齿、不缩放地保存掩码：硬边缘，每个对象一个值，存为 PNG。</translation>
        </message>
        <message>
            <source>Save what could not be saved yet</source>
            <translation>保存尚未能保存的内容</translation>
        </message>
        <message>
            <source>Say where they are now (relink). The masks are safe: they are in the project.</source>
            <translation>请指出它们现在的位置（重新链接）。掩码是安全的：它们在项目中。</translation>
        </message>
        <message>
            <source>Say where to export to.</source>
            <translation>请指定导出位置。</translation>
        </message>
        <message>
            <source>Say which video or folder of images it was made from.</source>
            <translation>请指出它由哪个视频或图像文件夹制作。</translation>
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
            <source>See where it is unsure</source>
            <translation>查看不确定之处</translation>
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
            <source>Set &amp;In</source>
            <translation>设置入点(&amp;I)</translation>
        </message>
        <message>
            <source>Set &amp;Out</source>
            <translation>设置出点(&amp;O)</translation>
        </message>
        <message>
            <source>Sets that it has: {names}.</source>
            <translation>已有集合：{names}。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Settings cannot be read or kept: {path} is not a settings file.</source>
            <translation>无法读取或保存设置：{path} 不是设置文件。</translation>
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
            <source>Show how unsure the network is, by colour</source>
            <translation>用颜色显示网络的不确定程度</translation>
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
            <source>Show the whole frame</source>
            <translation>显示整帧</translation>
        </message>
        <message>
            <source>Show this object only, or all again</source>
            <translation>仅显示此对象，或恢复显示全部</translation>
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
            <source>Stop; what is done is kept</source>
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
            <source>Take back its last corner / give it up</source>
            <translation>撤回最后一个点 / 放弃</translation>
        </message>
        <message>
            <source>Take off: {run}</source>
            <translation>移出队列：{run}</translation>
        </message>
        <message>
            <source>Take only pixels joined with the one pointed at</source>
            <translation>仅选取与所点像素相连的像素</translation>
        </message>
        <message>
            <source>Take pixels of a similar colour</source>
            <translation>选取颜色相近的像素</translation>
        </message>
        <message>
            <source>Take the current object off every frame of the range</source>
            <translation>从范围内的每一帧移除当前对象</translation>
        </message>
        <message>
            <source>Take the tour</source>
            <translation>开始导览</translation>
        </message>
        <message>
            <source>Take this run off the queue</source>
            <translation>将此次传播移出队列</translation>
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
            <source>That is a fault of this program. Your masks are saved. Please send this report to its makers.</source>
            <translation>这是本程序的缺陷。您的掩码已保存。请将此报告发送给开发者。</translation>
        </message>
        <message>
            <source>That is all there is to it. F1 explains whatever you point at, Ctrl+Shift+P finds every command.</source>
            <translation>就是这么简单。F1 说明您所指的部分，Ctrl+Shift+P 可找到所有命令。</translation>
        </message>
        <message>
            <source>The box is smaller than {count} pixels.</source>
            <translation>方框小于 {count} 像素。</translation>
        </message>
        <message>
            <source>The clip has no object {id}.</source>
            <translation>片段中没有对象 {id}。</translation>
        </message>
        <message>
            <source>The current frame with its masks; paint with the tool in hand</source>
            <translation>当前帧及其掩码；使用当前工具进行绘制</translation>
        </message>
        <message>
            <source>The current object has no mask on this frame.</source>
            <translation>当前对象在此帧上没有掩码。</translation>
        </message>
        <message>
            <source>The dataset '{path}' holds no pictures of this clip.</source>
            <translation>数据集“{path}”中没有此片段的图片。</translation>
        </message>
        <message>
            <source>The device 'mps' has no double precision.</source>
            <translation>设备“mps”不支持双精度。</translation>
        </message>
        <message>
            <source>The disk is full: the last change was not saved in {path}.</source>
            <translation>磁盘已满：最后一次更改未保存到 {path}。</translation>
        </message>
        <message>
            <source>The file as it was is kept as {path}.</source>
            <translation>原文件已保留为 {path}。</translation>
        </message>
        <message>
            <source>The file is damaged or breaks off near its start: copy or export it again.</source>
            <translation>文件已损坏或在开头附近中断：请重新复制或导出。</translation>
        </message>
        <message>
            <source>The file says that it lasts {promised} s, but its last frame is at {found} s.</source>
            <translation>文件声明时长为 {promised} 秒，但最后一帧位于 {found} 秒。</translation>
        </message>
        <message>
            <source>The folder '{folder}' holds no images.</source>
            <translation>文件夹“{folder}”中没有图像。</translation>
        </message>
        <message>
            <source>The folders in '{path}' are called as frames are: they seem to hold a file for each object.</source>
            <translation>“{path}”中的文件夹以帧命名：它们似乎每个对象含一个文件。</translation>
        </message>
        <message>
            <source>The frames of '{name}' are {size} pixels: they need no proxy.</source>
            <translation>“{name}”的帧为 {size} 像素：不需要代理。</translation>
        </message>
        <message>
            <source>The frames of {name} are neither at {path} nor at {beside}.</source>
            <translation>{name} 的帧既不在 {path}，也不在 {beside}。</translation>
        </message>
        <message>
            <source>The full frame follows as soon as you rest on it.</source>
            <translation>停留在某帧时会立即显示完整的帧。</translation>
        </message>
        <message>
            <source>The full frame is still being read.</source>
            <translation>完整的帧仍在读取中。</translation>
        </message>
        <message>
            <source>The grey levels of '{name}' use {bits} of 16 bits, of which the upper 8 are taken: it is nearly black. Save it with levels stretched over all 16 bits.</source>
            <translation>“{name}”的灰度只用了 16 位中的 {bits} 位，而这里取其高 8 位：画面几乎全黑。请将灰度拉伸到全部 16 位后再保存。</translation>
        </message>
        <message>
            <source>The help file {name} is missing or broken.</source>
            <translation>帮助文件 {name} 缺失或已损坏。</translation>
        </message>
        <message>
            <source>The image '{file}' is damaged or of an unknown kind.</source>
            <translation>图像“{file}”已损坏或类型未知。</translation>
        </message>
        <message>
            <source>The language changes when the program is started again.</source>
            <translation>语言将在重新启动程序后更改。</translation>
        </message>
        <message>
            <source>The list '{path}' is empty.</source>
            <translation>列表“{path}”为空。</translation>
        </message>
        <message>
            <source>The mask '{file}' has {count} values beside black and white: it seems to hold several objects.</source>
            <translation>掩码“{file}”除黑白外有 {count} 个值：它似乎包含多个对象。</translation>
        </message>
        <message>
            <source>The mask '{file}' is damaged or no picture.</source>
            <translation>掩码“{file}”已损坏或不是图片。</translation>
        </message>
        <message>
            <source>The mask '{file}' is no 16-bit picture of {size} pixels.</source>
            <translation>掩码“{file}”不是 {size} 像素的 16 位图片。</translation>
        </message>
        <message>
            <source>The mask '{file}' is {size} pixels, the frames are {frame_size}.</source>
            <translation>掩码“{file}”为 {size} 像素，而帧为 {frame_size}。</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: of its {count} values {few} ({values}) occur only on thin rims ({pixels} pixels), where nobody painted an object.</source>
            <translation>掩码“{path}”的边缘是柔和的：其 {count} 个值中有 {few} 个（{values}）只出现在细边上（{pixels} 像素），那里没有人绘制对象。</translation>
        </message>
        <message>
            <source>The mask '{path}' has soft edges: some pixels are half transparent.</source>
            <translation>掩码“{path}”的边缘是柔和的：部分像素半透明。</translation>
        </message>
        <message>
            <source>The mask '{path}' has the grey levels {values}, which do not look like object ids.</source>
            <translation>掩码“{path}”的灰度级为 {values}，看起来不像对象 ID。</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, {few} of which (such as #{colour}) are not in the PASCAL-VOC palette: they cannot be told from soft edges.</source>
            <translation>掩码“{path}”有 {count} 种颜色，其中 {few} 种（例如 #{colour}）不在 PASCAL-VOC 调色板中：无法与柔和边缘区分。</translation>
        </message>
        <message>
            <source>The mask '{path}' has {count} colours, {few} of which (such as #{colour}) mean nothing in this dataset.</source>
            <translation>掩码“{path}”有 {count} 种颜色，其中 {few} 种（例如 #{colour}）在此数据集中没有含义。</translation>
        </message>
        <message>
            <source>The mask '{path}' holds no object: 255 means 'void' in an indexed picture.</source>
            <translation>掩码“{path}”不含对象：在索引图片中 255 表示“void”。</translation>
        </message>
        <message>
            <source>The mask '{path}' holds no object: all of it is background.</source>
            <translation>掩码“{path}”不含对象：全部是背景。</translation>
        </message>
        <message>
            <source>The mask '{path}' holds the value {value}; ids go from 1 to 254.</source>
            <translation>掩码“{path}”包含值 {value}；ID 范围为 1 到 254。</translation>
        </message>
        <message>
            <source>The names in '{path}' hold several numbers that may be the frame's (such as '{name}').</source>
            <translation>“{path}”中的名称含有多个可能是帧号的数字（例如“{name}”）。</translation>
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
            <source>The object is one piece on this frame.</source>
            <translation>该对象在此帧上是完整的一块。</translation>
        </message>
        <message>
            <source>The picture '{file}' is too large: more than {most} megapixels.</source>
            <translation>图片“{file}”过大：超过 {most} 百万像素。</translation>
        </message>
        <message>
            <source>The pictures in '{folder}' are {suffix} files, which cannot be read.</source>
            <translation>“{folder}”中的图片是 {suffix} 文件，无法读取。</translation>
        </message>
        <message>
            <source>The pool held {count} frames with {pixels} pixels at matching size when this frame was segmented. References are whole; of other frames only what the reliability map calls sure is kept, the rest is dark here.</source>
            <translation>分割此帧时，图块池中有 {count} 帧，匹配尺寸下共 {pixels} 个像素。参考帧完整保留；其他帧只保留可靠性图认定可靠的部分，其余部分在此显示为暗色。</translation>
        </message>
        <message>
            <source>The project cannot lie beside {name}; it is {place}.</source>
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
            <source>The project {name} belongs to a video that is not there any more:</source>
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
            <source>The project {path} has an older layout and cannot be written to bring it up to date.</source>
            <translation>项目 {path} 采用较旧的布局，且无法写入以进行更新。</translation>
        </message>
        <message>
            <source>The project {path} is damaged ({reason}).</source>
            <translation>项目 {path} 已损坏（{reason}）。</translation>
        </message>
        <message>
            <source>The project {path} is open for reading only.</source>
            <translation>项目 {path} 以只读方式打开。</translation>
        </message>
        <message>
            <source>The project {path} may not be accessed.</source>
            <translation>无权访问项目 {path}。</translation>
        </message>
        <message>
            <source>The project {path} was made by a newer program (layout {found}, newest known {known}).</source>
            <translation>项目 {path} 由较新的程序创建（布局 {found}，已知最新 {known}）。</translation>
        </message>
        <message>
            <source>The proxy '{path}' {reason}; full frames are shown instead.</source>
            <translation>代理“{path}”{reason}；改为显示完整的帧。</translation>
        </message>
        <message>
            <source>The proxy is ready: {count} small pictures, {size} MiB.</source>
            <translation>代理已就绪：{count} 张小图，{size} MiB。</translation>
        </message>
        <message>
            <source>The proxy was removed.</source>
            <translation>代理已删除。</translation>
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
            <source>The range {first}..{last} does not lie within the clip (0..{end}).</source>
            <translation>范围 {first}..{last} 不在片段内（0..{end}）。</translation>
        </message>
        <message>
            <source>The run was undone</source>
            <translation>此次传播已撤销</translation>
        </message>
        <message>
            <source>The sample clip opens now. Three things move in it.</source>
            <translation>正在打开示例视频。其中有三个运动的物体。</translation>
        </message>
        <message>
            <source>The saved view of {name} could not be read; it opens with the usual one. The masks are not affected.</source>
            <translation>无法读取 {name} 保存的视图，已改用默认视图打开。掩码不受影响。</translation>
        </message>
        <message>
            <source>The seed of frame {frame} has no object in it.</source>
            <translation>第 {frame} 帧的种子中没有对象。</translation>
        </message>
        <message>
            <source>The settings file is damaged; what can be read of it is used.</source>
            <translation>设置文件已损坏；将使用其中可读取的部分。</translation>
        </message>
        <message>
            <source>The settings were written by a newer version of this program.</source>
            <translation>这些设置由本程序的较新版本写入。</translation>
        </message>
        <message>
            <source>The theme file {name} is broken: {why}.</source>
            <translation>主题文件 {name} 已损坏：{why}。</translation>
        </message>
        <message>
            <source>The video has a high dynamic range ({kind}): it looks flat here.</source>
            <translation>该视频为高动态范围（{kind}）：此处显示会偏灰。</translation>
        </message>
        <message>
            <source>The video is interlaced: fast motion shows combs.</source>
            <translation>该视频是隔行扫描的：快速运动处会出现梳状条纹。</translation>
        </message>
        <message>
            <source>The video was found at {place}: it has the same content.</source>
            <translation>已在 {place} 找到该视频：内容相同。</translation>
        </message>
        <message>
            <source>The weights '{name}' are not of a compact network.</source>
            <translation>权重“{name}”不属于紧凑网络。</translation>
        </message>
        <message>
            <source>The weights adapted to {name} are gone: there is no {file}.</source>
            <translation>为 {name} 微调的权重已丢失：{file} 不存在。</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>There are no weights '{name}' ({path}).</source>
            <translation>没有权重“{name}”（{path}）。</translation>
        </message>
        <message>
            <source>There is no copied mask of this size.</source>
            <translation>没有此尺寸的已复制掩码。</translation>
        </message>
        <message>
            <source>There is no device '{name}' here.</source>
            <translation>此处没有设备“{name}”。</translation>
        </message>
        <message>
            <source>There is no frame to fill in that direction.</source>
            <translation>该方向上没有可填充的帧。</translation>
        </message>
        <message>
            <source>There is no mask to import.</source>
            <translation>没有可导入的掩码。</translation>
        </message>
        <message>
            <source>There is no other object to merge it into.</source>
            <translation>没有其他对象可供合并。</translation>
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
            <source>There is no room for temporary files in {path} ({reason}).</source>
            <translation>{path} 中没有空间存放临时文件（{reason}）。</translation>
        </message>
        <message>
            <source>There was not enough memory to go on.</source>
            <translation>内存不足，无法继续。</translation>
        </message>
        <message>
            <source>There was not enough memory to save.</source>
            <translation>内存不足，无法保存。</translation>
        </message>
        <message>
            <source>There was nothing to import.</source>
            <translation>没有可导入的内容。</translation>
        </message>
        <message>
            <source>These settings are not understood, and their defaults are used: {names}.</source>
            <translation>无法识别以下设置，已使用默认值：{names}。</translation>
        </message>
        <message>
            <source>This build of FFmpeg can encode neither H.264 nor VP9.</source>
            <translation>此 FFmpeg 版本既不能编码 H.264，也不能编码 VP9。</translation>
        </message>
        <message>
            <source>This frame</source>
            <translation>当前帧</translation>
        </message>
        <message>
            <source>This is the last frame.</source>
            <translation>这是最后一帧。</translation>
        </message>
        <message>
            <source>This project is open for reading only.</source>
            <translation>此项目以只读方式打开。</translation>
        </message>
        <message>
            <source>This project is open for reading only; nothing was changed.</source>
            <translation>此项目以只读方式打开；未作任何改动。</translation>
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
            <source>To be looked at: {what}.</source>
            <translation>需要检查：{what}。</translation>
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
            <source>Update this program, then open the project again. The file was left untouched.</source>
            <translation>请更新本程序，然后重新打开项目。文件未被改动。</translation>
        </message>
        <message>
            <source>Use --device cpu for fp64, or fp32 on mps.</source>
            <translation>fp64 请使用 --device cpu，mps 请使用 fp32。</translation>
        </message>
        <message>
            <source>Use a mask drawn on a frame of this clip at its full size.</source>
            <translation>请使用在此片段的全尺寸帧上绘制的掩码。</translation>
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
            <source>Use masks drawn on frames of this clip at their full size.</source>
            <translation>请使用在此片段的全尺寸帧上绘制的掩码。</translation>
        </message>
        <message>
            <source>Use the Fine-Tuned Network</source>
            <translation>使用微调后的网络</translation>
        </message>
        <message>
            <source>Use the Network as It Was</source>
            <translation>使用原来的网络</translation>
        </message>
        <message>
            <source>Use the fine-tuned network</source>
            <translation>使用微调后的网络</translation>
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
            <source>What cannot be carried as it is:</source>
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
            <source>What painting does where other objects are</source>
            <translation>绘制遇到其他对象时的处理方式</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>要做什么</translation>
        </message>
        <message>
            <source>What {name} says of adapted weights is invalid.</source>
            <translation>{name} 中关于微调权重的记录无效。</translation>
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
            <source>Where is the video?</source>
            <translation>视频在哪里？</translation>
        </message>
        <message>
            <source>Where the network is computed</source>
            <translation>网络的计算设备</translation>
        </message>
        <message>
            <source>Whether the next runs use what the network learned from your frames of this clip</source>
            <translation>之后的传播是否使用网络从您标注的帧中学到的内容</translation>
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
            <source>Worth reviewing, {place} of {count}: frame {frame}, {share} unsure. R marks it as reviewed.</source>
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
            <source>Write one sequence name on each line.</source>
            <translation>请每行写一个序列名。</translation>
        </message>
        <message>
            <source>Write the frames, too, not masks alone</source>
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
            <source>Your masks are safe. Choose the video's new place to go on.</source>
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
            <source>a file of that name already exists</source>
            <translation>同名文件已存在</translation>
        </message>
        <message>
            <source>a mask has a wrong checksum</source>
            <translation>某个掩码的校验和不正确</translation>
        </message>
        <message>
            <source>a packed map cannot be unpacked</source>
            <translation>某个压缩图无法解压</translation>
        </message>
        <message>
            <source>a part of its path is a file</source>
            <translation>其路径的一部分是文件</translation>
        </message>
        <message>
            <source>a run began here</source>
            <translation>此处曾开始一次传播</translation>
        </message>
        <message>
            <source>a text is unreadable</source>
            <translation>某段文本无法读取</translation>
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
            <source>it does not exist</source>
            <translation>它不存在</translation>
        </message>
        <message>
            <source>it is a folder</source>
            <translation>它是一个文件夹</translation>
        </message>
        <message>
            <source>its name is too long</source>
            <translation>名称过长</translation>
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
            <source>of {last}</source>
            <translation>/ {last}</translation>
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
            <source>the disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <source>the disk is read-only</source>
            <translation>磁盘是只读的</translation>
        </message>
        <message>
            <source>the objects on one frame</source>
            <translation>在一帧上绘制对象</translation>
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
            <source>was made of frames at other times than those of '{name}'</source>
            <translation>所用帧的时间与“{name}”的不同</translation>
        </message>
        <message>
            <source>was made of other frames than those of '{name}'</source>
            <translation>所用的帧与“{name}”的不同</translation>
        </message>
        <message>
            <source>where the map is black</source>
            <translation>可靠性图的黑色处</translation>
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
            <source>{count} JSON files that are not LabelMe's were passed over.</source>
            <translation>已略过 {count} 个不属于 LabelMe 的 JSON 文件。</translation>
        </message>
        <message>
            <source>{count} KB</source>
            <translation>{count} KB</translation>
        </message>
        <message>
            <source>{count} changes are in memory only, because they cannot be saved.</source>
            <translation>有 {count} 处改动无法保存，目前仅在内存中。</translation>
        </message>
        <message>
            <source>{count} frames</source>
            <translation>{count} 帧</translation>
        </message>
        <message>
            <source>{count} frames: J {before} before, {after} now</source>
            <translation>{count} 帧：J 之前 {before}，现在 {after}</translation>
        </message>
        <message>
            <source>{count} numbers behind polygons, confidences or tracks, were left out.</source>
            <translation>多边形之后的 {count} 个数字（置信度或轨迹）已略过。</translation>
        </message>
        <message>
            <source>{count} objects</source>
            <translation>{count} 个对象</translation>
        </message>
        <message>
            <source>{count} of {total} frames have no masks yet: propagate first, or export fewer frames.</source>
            <translation>{total} 帧中有 {count} 帧还没有掩码：请先传播，或导出较少的帧。</translation>
        </message>
        <message>
            <source>{count} pictures in '{folder}' were left out: '{suffix}' files cannot be read.</source>
            <translation>“{folder}”中的 {count} 张图片已略过：无法读取“{suffix}”文件。</translation>
        </message>
        <message>
            <source>{count} pictures of '{folder}' are shown as stored, not as their EXIF orientation says.</source>
            <translation>“{folder}”的 {count} 张图片按存储方式显示，而非按其 EXIF 方向。</translation>
        </message>
        <message>
            <source>{count} pictures of '{folder}' are turned upright, as their EXIF orientation says.</source>
            <translation>“{folder}”的 {count} 张图片已按其 EXIF 方向转正。</translation>
        </message>
        <message>
            <source>{count} runs that waited were taken off the queue.</source>
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
            <source>{job} is still under way.</source>
            <translation>{job}仍在进行中。</translation>
        </message>
        <message>
            <source>{key} belongs to “{action}” already. Take it away there, or press another key.</source>
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
            <source>{name} changed since it was annotated; check that the masks still fit.</source>
            <translation>{name} 在标注之后发生了变化；请检查掩码是否仍然吻合。</translation>
        </message>
        <message>
            <source>{name} collected</source>
            <translation>{name} 收集</translation>
        </message>
        <message>
            <source>{name} copy</source>
            <translation>{name} 副本</translation>
        </message>
        <message>
            <source>{name} has no room for the objects of the dataset: a label map holds {count}.</source>
            <translation>{name} 容纳不下数据集的对象：标签图最多 {count} 个。</translation>
        </message>
        <message>
            <source>{name} has no two annotated frames of one object, and adapting learns one from another.</source>
            <translation>{name} 中没有同一对象的两个已标注帧，而微调需要从一帧学习另一帧。</translation>
        </message>
        <message>
            <source>{name} is another file than before, with frames of the same number and size.</source>
            <translation>{name} 与之前不是同一个文件，但帧数和尺寸相同。</translation>
        </message>
        <message>
            <source>{name} is open in another window or program.</source>
            <translation>{name} 已在另一个窗口或程序中打开。</translation>
        </message>
        <message>
            <source>{name} notes a change that was not finished, but the note is unreadable; it was left out.</source>
            <translation>{name} 记有一项未完成的更改，但该记录无法读取，已略过。</translation>
        </message>
        <message>
            <source>{name} was repaired; the damaged file is kept as {kept}.</source>
            <translation>{name} 已修复；损坏的文件保留为 {kept}。</translation>
        </message>
        <message>
            <source>{path} cannot be repaired ({reason}).</source>
            <translation>无法修复 {path}（{reason}）。</translation>
        </message>
        <message>
            <source>{path} exists already.</source>
            <translation>{path} 已存在。</translation>
        </message>
        <message>
            <source>{path} is not a project of this program.</source>
            <translation>{path} 不是本程序的项目。</translation>
        </message>
        <message>
            <source>{path} is not the video that {name} was made from (fingerprint {found}, expected {expected}).</source>
            <translation>{path} 不是 {name} 所用的视频（指纹 {found}，应为 {expected}）。</translation>
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
            <source>{share} unsure</source>
            <translation>{share} 不确定</translation>
        </message>
        <message>
            <source>{task} is still under way.</source>
            <translation>{task}仍在进行中。</translation>
        </message>
        <message>
            <source>{task} was cancelled; nothing was left behind.</source>
            <translation>{task}已取消；没有留下任何文件。</translation>
        </message>
        <message>
            <source>{task}, {time} left</source>
            <translation>{task}，剩余 {time}</translation>
        </message>
        <message>
            <source>{verb}: nothing to change there.</source>
            <translation>{verb}：此处无需更改。</translation>
        </message>
        <message>
            <source>{verb}: {count} frames changed.</source>
            <translation>{verb}：已更改 {count} 帧。</translation>
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
