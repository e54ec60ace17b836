<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>有错</source>
        <translation>With an error</translation>
    </message>
    <message>
        <source>手机号码应为 11 位数字，现为 10 位</source>
        <translation>A mobile number has 11 digits; 10 so far</translation>
    </message>
    <message>
        <source>空</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>姓名或手机后四位</source>
        <translation>Name or last four of the phone</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>读卡或键入</source>
        <translation>Read the card or type</translation>
    </message>
    <message>
        <source>已填，离开后遮盖</source>
        <translation>Filled, masked when left</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>元</source>
        <translation>CNY</translation>
    </message>
    <message>
        <source>大写：伍仟元整</source>
        <translation>In words: five thousand yuan</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>可以粘贴</source>
        <translation>You may paste</translation>
    </message>
    <message>
        <source>生僻字姓名</source>
        <translation>Name with rare characters</translation>
    </message>
    <message>
        <source>30 字内全显示，超出提示全文</source>
        <translation>Shown whole up to 30 signs, then as a tip</translation>
    </message>
    <message>
        <source>离退休人员</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>学生</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>储蓄卡&#x3000;尾号 4417</source>
        <translation>Savings card ending 4417</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>可只填月日</source>
        <translation>Month and day will do</translation>
    </message>
    <message>
        <source>下拉</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>↓ 打开，拼音首字母可找</source>
        <translation>↓ opens; letters find</translation>
    </message>
    <message>
        <source>只读，带入</source>
        <translation>Read-only, carried over</translation>
    </message>
    <message>
        <source>登记时带入</source>
        <translation>From registration</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>Self</translation>
    </message>
    <message>
        <source>代理</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>两联</source>
        <translation>Two copies</translation>
    </message>
    <message>
        <source>短信通知</source>
        <translation>Text message</translation>
    </message>
    <message>
        <source>电话回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>接待</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>需求</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>代理办理</source>
        <translation>By agent</translation>
    </message>
    <message>
        <source>首次开户</source>
        <translation>First account</translation>
    </message>
    <message>
        <source>个人开户</source>
        <translation>Open account</translation>
    </message>
    <message>
        <source>身份证原件</source>
        <translation>ID card, original</translation>
    </message>
    <message>
        <source>看原件、看有效期、比对本人</source>
        <translation>Original seen, in date, face compared</translation>
    </message>
    <message>
        <source>原件已见</source>
        <translation>Original seen</translation>
    </message>
    <message>
        <source>本人实名手机号</source>
        <translation>Own mobile number</translation>
    </message>
    <message>
        <source>验证码核对</source>
        <translation>Checked with a code</translation>
    </message>
    <message>
        <source>用途证明</source>
        <translation>Proof of use</translation>
    </message>
    <message>
        <source>账户用途须有一份证明</source>
        <translation>The use of the account needs one proof</translation>
    </message>
    <message>
        <source>缺 1 份</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>可替代</source>
        <translation>Instead</translation>
    </message>
    <message>
        <source>工作证、在读证明；公示页当面打开</source>
        <translation>Work pass or student letter; public page opened here</translation>
    </message>
    <message>
        <source>谁可送来</source>
        <translation>Who may bring</translation>
    </message>
    <message>
        <source>本人或家人，报受理编号，任一网点</source>
        <translation>Customer or family, with the number, any branch</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>个人开户规程 第 3 条</source>
        <translation>Account opening, item 3</translation>
    </message>
    <message>
        <source>补来</source>
        <translation>Bring later</translation>
    </message>
    <message>
        <source>打印告知单，凭编号续办</source>
        <translation>Print notice, number</translation>
    </message>
    <message>
        <source>容缺受理</source>
        <translation>Accept now</translation>
    </message>
    <message>
        <source>限期补，须主管批准</source>
        <translation>By a date, if approved</translation>
    </message>
    <message>
        <source>改期</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>另约时间窗口</source>
        <translation>Book a time</translation>
    </message>
    <message>
        <source>临时身份证</source>
        <translation>Temporary ID card</translation>
    </message>
    <message>
        <source>已过期，换有效证件</source>
        <translation>Expired; needs a valid one</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>居住证明</source>
        <translation>Proof of residence</translation>
    </message>
    <message>
        <source>主管已批准，限期前补</source>
        <translation>Approved; due before the date</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>代理人证件 不适用（本人办理）</source>
        <translation>Agent&apos;s ID, not needed (in person)</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>李桂兰</source>
        <translation>Li Guilan</translation>
    </message>
    <message>
        <source>账户用途</source>
        <translation>Use of account</translation>
    </message>
    <message>
        <source>领取养老金</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>原：生活缴费</source>
        <translation>Before: bills</translation>
    </message>
    <message>
        <source>开通</source>
        <translation>On</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>办理中&#x3000;本人办理</source>
        <translation>In service  In person</translation>
    </message>
    <message>
        <source>挂失</source>
        <translation>Report loss</translation>
    </message>
    <message>
        <source>31 分</source>
        <translation>31 min</translation>
    </message>
    <message>
        <source>等主管批准</source>
        <translation>Needs approval</translation>
    </message>
    <message>
        <source>最久 31 分</source>
        <translation>longest 31 min</translation>
    </message>
    <message>
        <source>在办 1</source>
        <translation>Open 1</translation>
    </message>
    <message>
        <source>到期 0</source>
        <translation>Due 0</translation>
    </message>
    <message>
        <source>今天没有到期的事项</source>
        <translation>Nothing is due today</translation>
    </message>
    <message>
        <source>挂起 1</source>
        <translation>Suspended 1</translation>
    </message>
    <message>
        <source>今日日志</source>
        <translation>Log of today</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>异常，先看&#x3000;1</source>
        <translation>Exceptions first  1</translation>
    </message>
    <message>
        <source>正常&#x3000;2</source>
        <translation>Ordinary  2</translation>
    </message>
    <message>
        <source>大额取现</source>
        <translation>Large cash</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>请输入 18 位证件号码</source>
        <translation>Enter the 18 signs of the ID number</translation>
    </message>
    <message>
        <source>依据 个人开户规程 第 3 条</source>
        <translation>Source: account opening, item 3</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>下一步：受理</source>
        <translation>Next: Details</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>展开</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>将到期</source>
        <translation>Expires soon</translation>
    </message>
    <message>
        <source>本人办理</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>超过 15 分</source>
        <translation>Over 15 min</translation>
    </message>
    <message>
        <source>勾选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>打印一次性告知单</source>
        <translation>Print the one-time notice</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>请输入 18 位证件号码，现为 17 位</source>
        <translation>Enter 18 signs of the ID number; 17 so far</translation>
    </message>
    <message>
        <source>没有在办的业务</source>
        <translation>No case is open</translation>
    </message>
    <message>
        <source>接待一位客户</source>
        <translation>Receive a customer</translation>
    </message>
    <message>
        <source>恢复挂起 2 笔</source>
        <translation>Resume 2 suspended</translation>
    </message>
    <message>
        <source>已删去一项，30 秒内可撤</source>
        <translation>One item removed; undo within 30 s</translation>
    </message>
    <message>
        <source>正在导入规程，第 1,240 / 4,000 条</source>
        <translation>Importing procedures, 1,240 of 4,000</translation>
    </message>
    <message>
        <source>支行数据库连不上，可照常办理；有 3 笔待上传</source>
        <translation>The branch database cannot be reached; go on as usual. 3 wait to be sent</translation>
    </message>
    <message>
        <source>数据只读：文件已损坏，请叫管理员</source>
        <translation>Read-only: the file is damaged. Call the administrator</translation>
    </message>
    <message>
        <source>这份规程 12 月 1 日起换新版</source>
        <translation>This procedure changes on 1 December</translation>
    </message>
    <message>
        <source>已受理，资料收齐</source>
        <translation>Accepted, papers complete</translation>
    </message>
    <message>
        <source>“请您报一遍自己的身份证号，我逐位核对。”</source>
        <translation>&quot;Please tell me your ID number; I will check it digit by digit.&quot;</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>右栏</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>未核对</source>
        <translation>Not read back</translation>
    </message>
    <message>
        <source>无误</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>待再看</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>有误</source>
        <translation>Wrong</translation>
    </message>
</context>
<context>
    <name>CommandPanel</name>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>打名称或拼音首字母</source>
        <translation>Type a name or pinyin initials</translation>
    </message>
    <message>
        <source>没有这样的命令，退格重打</source>
        <translation>No such command; use Backspace and type again</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>有 {count} 处需要修改</source>
        <translation>{count} to correct</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>按钮</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>日期、选择、只读</source>
        <translation>Date, choice, read-only</translation>
    </message>
    <message>
        <source>单选、多选、开关</source>
        <translation>Radio, check box, switch</translation>
    </message>
    <message>
        <source>一笔业务的头和步骤条</source>
        <translation>Head and steps of a case</translation>
    </message>
    <message>
        <source>清单行</source>
        <translation>Checklist rows</translation>
    </message>
    <message>
        <source>核对确认</source>
        <translation>Read-back</translation>
    </message>
    <message>
        <source>左栏</source>
        <translation>Left pane</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>徽标与行内状态</source>
        <translation>Badges and states in words</translation>
    </message>
    <message>
        <source>键提示</source>
        <translation>Key hints</translation>
    </message>
    <message>
        <source>错误摘要</source>
        <translation>Error summary</translation>
    </message>
    <message>
        <source>空状态</source>
        <translation>Empty state</translation>
    </message>
    <message>
        <source>通知条与撤销</source>
        <translation>Notice and undo</translation>
    </message>
    <message>
        <source>进度，超过 3 秒才有</source>
        <translation>Progress, only after 3 s</translation>
    </message>
    <message>
        <source>整页状态</source>
        <translation>States of a whole page</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>培训条</source>
        <translation>Training stripe</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>请输入密码</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>已锁屏</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>可以粘贴</source>
        <translation>You may paste</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>由主管交接</source>
        <translation>Hand over by supervisor</translation>
    </message>
</context>
<context>
    <name>Locker</name>
    <message>
        <source>已锁屏</source>
        <translation>Locked</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>第 {page} / {count} 页</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>停</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>查找结果</source>
        <translation>Results</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>开</source>
        <translation>On</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>查找客户、受理编号、业务</source>
        <translation>Find customer, number, service</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>TrainingStripe</name>
    <message>
        <source>培训&#x3000;练习数据，不上账，不进统计</source>
        <translation>TRAINING  practice data, not booked, not counted</translation>
    </message>
</context>
<context>
    <name>WindowActs</name>
    <message>
        <source>到下一栏，最后到主按钮</source>
        <translation>To the next field, at the end to the main button</translation>
    </message>
    <message>
        <source>键：{page}</source>
        <translation>Keys: {page}</translation>
    </message>
    <message>
        <source>键</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>帮助和本页的键</source>
        <translation>Help and the keys of this page</translation>
    </message>
    <message>
        <source>叫号、接待下一位</source>
        <translation>Call or receive the next customer</translation>
    </message>
    <message>
        <source>重呼</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>话术开关</source>
        <translation>Script on or off</translation>
    </message>
    <message>
        <source>下一栏</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>上一栏</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Suspend</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>客户屏开关</source>
        <translation>Customer screen on or off</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>关掉最上面的一层，不丢内容</source>
        <translation>Close the topmost thing; nothing is lost</translation>
    </message>
    <message>
        <source>命令，打名称或拼音首字母</source>
        <translation>Commands, by name or pinyin initials</translation>
    </message>
    <message>
        <source>右栏</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>过号</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>转窗</source>
        <translation>Other window</translation>
    </message>
    <message>
        <source>请主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>按住显示号码，会记下</source>
        <translation>Hold to show a number; it is recorded</translation>
    </message>
    <message>
        <source>再看上一条通知</source>
        <translation>Read the last notice again</translation>
    </message>
    <message>
        <source>回到窄条</source>
        <translation>Back to the strip</translation>
    </message>
    <message>
        <source>送核心</source>
        <translation>Send to core</translation>
    </message>
    <message>
        <source>静默求助</source>
        <translation>Silent help</translation>
    </message>
    <message>
        <source>工作状态</source>
        <translation>State of work</translation>
    </message>
    <message>
        <source>流水号稍后补</source>
        <translation>Serial later</translation>
    </message>
    <message>
        <source>客户口头确认</source>
        <translation>Customer confirmed aloud</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>现在不能这样做（{code}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人</source>
        <translation type="unfinished">Self</translation>
    </message>
    <message>
        <source>代理人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监护人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>被监护人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>陪同人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一项还没有填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入 {expected} 位证件号码，现为 {actual} 位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码只能有数字，最后一位可以是 X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对证件号码，最后一位与前面对不上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对号码，不像{kind}的号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 位的旧证已停用，请输入 18 位号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是{kind}的号码，请改选证件种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对证件号码，里面的出生日期不存在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对证件号码，里面的出生日期还没到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号码只能有数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号码应为 {expected} 位数字，现为 {actual} 位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号码应以 13 到 19 开头，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>境外号码请输入 + 和 7 到 15 位数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有了证件号码，请输入姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名最多 {longest} 个字，现为 {actual} 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名里有不能用的符号 {sign}，请按证件改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名里没有文字，请按证件输入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先选证件种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期请写成 2026-11-23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这一天，请核对日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期不能早于 {earliest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期不能晚于 {latest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最多 {longest} 个字，现为 {actual} 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额不能是负数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额不能是零</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对金额里逗号和小数点的位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额只能有数字和小数点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个币种最多 {digits} 位小数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额整数部分最多 {digits} 位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不办理币种 {currency}，请另选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入整数，只用数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数字太长，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能小于 {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能大于 {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请从列表里选一项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选“是”或“否”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>后四位只能是数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入 {expected} 位数字，现为 {actual} 位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受理编号的样子是 03A-0338W，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对受理编号，最后一位与前面对不上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单据编号的样子是 03A-0338W-M1，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个二维码不是本系统单据上的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二维码没有读全，请再扫一次或报受理编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这笔业务的内容放不进二维码，请报受理编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读到 {shown}，不是证件号码，也不是本系统的编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先登记是谁来办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还少一人，请登记{part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这项业务不能这样来办（{way}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这项业务现在不能这样来办（{way}）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先问清这一点，再收材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还不知道要不要这份材料，请先问清</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份材料不能容缺后补</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份材料还没看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺这份材料：按 F9 打告知单，请客户补来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份材料没有收下</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份材料已过有效期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填这份材料的有效期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件已见，还要留复印件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份材料不能用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 项还没有请客户确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 项客户说有误，请修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 项改过了，请客户再确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填核心流水号，或按 Alt+L 稍后补</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件还没有归还客户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一项在这笔业务里不能改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个工号已停用，请找系统管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的岗位不能做这件事，请找运营主管</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>别的窗口刚改过这笔业务，已重新读入，请再按一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的时间倒回了（{shown}），请先确认日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的时间跳前了（{shown}），请先确认日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天不办理这项业务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机没有这笔业务</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这笔业务由更新的程序写过，本机只能看，请升级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这笔业务用的规程不在本机，请联系管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{staff} 正在 {window} 号窗口办这笔业务，这里只能看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这笔业务已经结束，不能再改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记客户要先看证件原件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请选这次到店怎样结束</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有工号 {staff}，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能转交给自己，请填同事的工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟来日期不能早于今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>那天什么都不缺，不用打告知单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能批准自己的申请，请另一位主管来批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个工号没有批准权限，请运营主管来批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个工号兼着不相容岗位，不能批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入工号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入密码</source>
        <translation type="unfinished">Enter the password</translation>
    </message>
    <message>
        <source>工号或密码不对，请再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码连错多次，请运营主管来放行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘满了，没有保存。请先腾出空间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机数据文件读不出来，请联系管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机数据现在只能读，没有保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机的钥匙打不开数据文件，请联系管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据由更新的程序写过，请升级本机程序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到本机数据文件，请联系管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件比记录的旧，可能被换过，请联系管理员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核心是否记账不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两处同时改过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>记录有问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单据没打出来</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办结后取消</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>流水号未补</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原件未还齐</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有项未核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经批准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>容缺</source>
        <translation type="unfinished">Deferred</translation>
    </message>
    <message>
        <source>补打过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更正过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
