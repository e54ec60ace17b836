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
        <translation>Parked 1</translation>
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
        <source>已办结</source>
        <translation>Done</translation>
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
        <translation>Park</translation>
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
        <translation>Resume 2 parked</translation>
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
    <name>AccountCard</name>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>同一人</source>
        <translation>Same person</translation>
    </message>
    <message>
        <source>改了还没有保存，按 F8</source>
        <translation>Changed and not saved: F8</translation>
    </message>
    <message>
        <source>密码连错多次。主管可在登录页放行；忘了密码就重设，重设即解锁</source>
        <translation>Too many wrong passwords. A supervisor lets it try again at sign-on; for a forgotten one set a new password, which also unlocks</translation>
    </message>
    <message>
        <source>设了密码才能签到</source>
        <translation>Needs a password to sign on</translation>
    </message>
    <message>
        <source>本人用首次密码签到时要先改成自己的</source>
        <translation>At the first sign-on the person chooses a password of the own</translation>
    </message>
    <message>
        <source>工号已停用，做过的业务都还在</source>
        <translation>Closed; what it did stays</translation>
    </message>
    <message>
        <source>这是您自己；自己的密码在“我的”里改</source>
        <translation>This is you; change your password on your own page</translation>
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
    <name>AmendDialog</name>
    <message>
        <source>记更正</source>
        <translation>Record a correction</translation>
    </message>
    <message>
        <source>更正哪一项</source>
        <translation>Correct which item</translation>
    </message>
    <message>
        <source>更正为</source>
        <translation>Correct to</translation>
    </message>
    <message>
        <source>原值、时间和您的工号都会留着</source>
        <translation>The old value, the time and your number are kept</translation>
    </message>
    <message>
        <source>原：{old}</source>
        <translation>Before: {old}</translation>
    </message>
    <message>
        <source>请选一项</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>请输入正确的值</source>
        <translation>Enter the right value</translation>
    </message>
</context>
<context>
    <name>AppearanceForm</name>
    <message>
        <source>字号</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>侧条</source>
        <translation>Strip</translation>
    </message>
    <message>
        <source>靠右边</source>
        <translation>Right edge</translation>
    </message>
    <message>
        <source>靠底边（屏够宽时）</source>
        <translation>Lower edge, if wide enough</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>请主管批准</source>
        <translation>Ask the supervisor</translation>
    </message>
    <message>
        <source>批准人工号</source>
        <translation>Approver&apos;s number</translation>
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
        <source>意见</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>退回时要写；批准可不写</source>
        <translation>Needed to refuse; optional to approve</translation>
    </message>
    <message>
        <source>请主管在他那边批</source>
        <translation>Ask the supervisor elsewhere</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>请输入批准人工号</source>
        <translation>Enter the approver&apos;s number</translation>
    </message>
    <message>
        <source>请输入密码</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>退回请写明原因</source>
        <translation>Give the reason for refusing</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>待批准</source>
        <translation>Approvals</translation>
    </message>
    <message>
        <source>选一项，右边看依据</source>
        <translation>Choose one, the evidence stands at the right</translation>
    </message>
    <message>
        <source>看这笔业务</source>
        <translation>See the case</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>谁申请</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>要批什么</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>没有等着批准的。柜员在窗口请批，几秒内会到这里</source>
        <translation>Nothing waits for approval. What a teller asks at a window is here within seconds</translation>
    </message>
    <message>
        <source>已批准 {number}</source>
        <translation>{number} approved</translation>
    </message>
    <message>
        <source>已退回 {number}</source>
        <translation>{number} sent back</translation>
    </message>
</context>
<context>
    <name>AuthorisationDialog</name>
    <message>
        <source>记核心授权</source>
        <translation>Note core authorisation</translation>
    </message>
    <message>
        <source>授权人（核心里的柜员号或姓名）</source>
        <translation>Authorised by (number or name in the core)</translation>
    </message>
    <message>
        <source>核心授权编号</source>
        <translation>Core authorisation reference</translation>
    </message>
    <message>
        <source>授权时间</source>
        <translation>Time of authorisation</translation>
    </message>
</context>
<context>
    <name>AuthorisationLine</name>
    <message>
        <source>记核心授权</source>
        <translation>Note core authorisation</translation>
    </message>
    <message>
        <source>核心授权&#x3000;{told}</source>
        <translation>Core authorisation  {told}</translation>
    </message>
</context>
<context>
    <name>BesideCases</name>
    <message>
        <source>到店、状态和批准</source>
        <translation>Visits, states and approvals</translation>
    </message>
</context>
<context>
    <name>BesideDialog</name>
    <message>
        <source>{day} 到店 {visits}，状态 {spells}，批准 {approvals}</source>
        <translation>{day} visits {visits}, states {spells}, approvals {approvals}</translation>
    </message>
    <message>
        <source>到店、状态和批准</source>
        <translation>Visits, states and approvals</translation>
    </message>
    <message>
        <source>当天没有</source>
        <translation>Nothing that day</translation>
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
    <name>BranchPage</name>
    <message>
        <source>网点</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>重新读入</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>看各终端，下面是它的签名钥匙</source>
        <translation>See each terminal, its key below</translation>
    </message>
    <message>
        <source>各终端</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>{why}。下面是 {at} 时的</source>
        <translation>{why}. Below is how it was at {at}</translation>
    </message>
    <message>
        <source>正在问网点库</source>
        <translation>Asking the branch</translation>
    </message>
    <message>
        <source>钥匙对过，作保</source>
        <translation>Key compared, vouch</translation>
    </message>
    <message>
        <source>已为终端 {0:02d} 的签名作保</source>
        <translation>Vouched for the key of terminal {0:02d}</translation>
    </message>
</context>
<context>
    <name>CareErrands</name>
    <message>
        <source>这笔业务没有签字单</source>
        <translation>This case has no forms to sign</translation>
    </message>
    <message>
        <source>打印签字单</source>
        <translation>Print a form</translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>问清再办</source>
        <translation>Ask first</translation>
    </message>
    <message>
        <source>回答这一题：是、不是、说不清</source>
        <translation>Answer this question: yes, no, not sure</translation>
    </message>
    <message>
        <source>还有没问到的，一题一键</source>
        <translation>Some are not asked yet, one key each</translation>
    </message>
    <message>
        <source>请选怎样处理</source>
        <translation>Choose how it ends</translation>
    </message>
    <message>
        <source>打印提示书</source>
        <translation>Print the notice</translation>
    </message>
    <message>
        <source>记下，接着办</source>
        <translation>Record and go on</translation>
    </message>
    <message>
        <source>只给您看，用平常的口气问，不必解释为什么</source>
        <translation>For your eyes only. Ask in your usual voice, no need to explain</translation>
    </message>
    <message>
        <source>怎样处理</source>
        <translation>How it ends</translation>
    </message>
    <message>
        <source>出警时间</source>
        <translation>Police came at</translation>
    </message>
    <message>
        <source>例如 14:05</source>
        <translation>for example 14:05</translation>
    </message>
    <message>
        <source>警号</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>客户已在提示书上签名</source>
        <translation>The customer has signed the notice</translation>
    </message>
    <message>
        <source>客户联已交给客户</source>
        <translation>The customer has the customer&apos;s copy</translation>
    </message>
    <message>
        <source>没有要留意的，F8 接着办</source>
        <translation>Nothing to heed, F8 goes on</translation>
    </message>
</context>
<context>
    <name>CaseAside</name>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>按住显示</source>
        <translation>Hold to show</translation>
    </message>
    <message>
        <source>未登记姓名</source>
        <translation>Name not registered</translation>
    </message>
    <message>
        <source>到达</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>No expiry</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>提示 {count}</source>
        <translation>Hints {count}</translation>
    </message>
    <message>
        <source>近期办理</source>
        <translation>Recent visits</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>您好，请问要办什么业务？</source>
        <translation>Good day, what can I do for you?</translation>
    </message>
</context>
<context>
    <name>CaseCard</name>
    <message>
        <source>业务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>拟来日期</source>
        <translation>Day of coming</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>接待</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>本机没有这笔业务，先按告知单接办；原记录传到后自动并入</source>
        <translation>This PC does not hold this case; it is taken up from the notice and joins the first record once that arrives</translation>
    </message>
    <message>
        <source>已由快办升为标准：{why}。已填的都在</source>
        <translation>Express has become standard: {why}. What was typed is kept</translation>
    </message>
    <message>
        <source>临时接办</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>{part}办理</source>
        <translation>By the {part}</translation>
    </message>
    <message>
        <source>快办 → 标准</source>
        <translation>Express → standard</translation>
    </message>
    <message>
        <source>快办</source>
        <translation>Express</translation>
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
    <name>ChoiceDialog</name>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>ClockForm</name>
    <message>
        <source>请确认日期</source>
        <translation>Confirm the date</translation>
    </message>
    <message>
        <source>日期没错就按 F8 登录，会记下是谁确认的。错了先改本机时间</source>
        <translation>If the date is right, sign on with F8; who confirmed is recorded. If not, set the clock first</translation>
    </message>
    <message>
        <source>先改时间</source>
        <translation>Set the clock first</translation>
    </message>
    <message>
        <source>日期没错</source>
        <translation>The date is right</translation>
    </message>
</context>
<context>
    <name>CloseAccountDialog</name>
    <message>
        <source>停用工号</source>
        <translation>Close the account</translation>
    </message>
    <message>
        <source>{name} {number} 停用后不能再签到，做过的业务都还在。停用不能撤回</source>
        <translation>{name} {number} will not sign on again; what was done stays. This cannot be taken back</translation>
    </message>
    <message>
        <source>如 离职、调往他行</source>
        <translation>Such as left the bank</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>已停用 {name}</source>
        <translation>{name}&apos;s account is closed</translation>
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
    <name>CompletionPage</name>
    <message>
        <source>办结，打印单据</source>
        <translation>Complete and print the papers</translation>
    </message>
    <message>
        <source>已归还 {count} 件，客户已点收</source>
        <translation>{count} handed back, customer has checked them</translation>
    </message>
    <message>
        <source>请这样说</source>
        <translation>Say this</translation>
    </message>
    <message>
        <source>归还证件</source>
        <translation>Hand back the document</translation>
    </message>
    <message>
        <source>客户要的单据</source>
        <translation>Papers the customer wants</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>What follows</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>英文</source>
        <translation>English</translation>
    </message>
    <message>
        <source>中英文</source>
        <translation>Chinese and English</translation>
    </message>
    <message>
        <source>单据的语言</source>
        <translation>Language of the papers</translation>
    </message>
</context>
<context>
    <name>ContentPage</name>
    <message>
        <source>规程</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Put in force</translation>
    </message>
    <message>
        <source>等待启用的规程</source>
        <translation>Procedures waiting</translation>
    </message>
    <message>
        <source>启用日期</source>
        <translation>From</translation>
    </message>
    <message>
        <source>当天起新受理的业务用新版本</source>
        <translation>For business taken up from that day</translation>
    </message>
    <message>
        <source>日期请写成 2026-11-23</source>
        <translation>Write the date as 2026-11-23</translation>
    </message>
    <message>
        <source>{count} 项规程从 {day} 起启用</source>
        <translation>{count} in force from {day}</translation>
    </message>
    <message>
        <source>程序自带的规程都已启用</source>
        <translation>All procedures of the program are in force</translation>
    </message>
    <message>
        <source>正在读规程文件</source>
        <translation>Reading the procedure files</translation>
    </message>
</context>
<context>
    <name>ContextPane</name>
    <message>
        <source>右栏</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>CoreLines</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>CorePage</name>
    <message>
        <source>请先选一个答案</source>
        <translation>Choose an answer first</translation>
    </message>
    <message>
        <source>流水号稍后补</source>
        <translation>Serial later</translation>
    </message>
    <message>
        <source>记下这个答案</source>
        <translation>Record this answer</translation>
    </message>
    <message>
        <source>在核心系统办理</source>
        <translation>Booking in the core</translation>
    </message>
    <message>
        <source>核心流水号</source>
        <translation>Core serial</translation>
    </message>
    <message>
        <source>扫凭证、粘贴或键入</source>
        <translation>Scan, paste or type</translation>
    </message>
    <message>
        <source>记核心授权</source>
        <translation>Note core authorisation</translation>
    </message>
    <message>
        <source>工作状态</source>
        <translation>State of work</translation>
    </message>
    <message>
        <source>流水号稍后补：办结后在日志里列着，直到补上</source>
        <translation>Serial later: the log lists it until it is entered</translation>
    </message>
    <message>
        <source>上次在这一步中断了。核心是否已记账？请先到核心系统查一下</source>
        <translation>This step was interrupted. Has the core booked it? Look in the core system first</translation>
    </message>
    <message>
        <source>已记账</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>填流水号，接着办</source>
        <translation>Enter the serial and go on</translation>
    </message>
    <message>
        <source>没有记账</source>
        <translation>Not booked</translation>
    </message>
    <message>
        <source>在核心重新办理</source>
        <translation>Book again in the core</translation>
    </message>
    <message>
        <source>说不清</source>
        <translation>Cannot say</translation>
    </message>
    <message>
        <source>列入主管要看的异常</source>
        <translation>Listed among the supervisor&apos;s exceptions</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>打开业务</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>重新读入</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>选一笔业务，打开</source>
        <translation>Choose a case and open it</translation>
    </message>
    <message>
        <source>办过的业务</source>
        <translation>Cases so far</translation>
    </message>
    <message>
        <source>还没有办过业务</source>
        <translation>No cases yet</translation>
    </message>
    <message>
        <source>客户资料</source>
        <translation>Customer data</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>本机没有这位客户的资料</source>
        <translation>This PC holds no data of this customer</translation>
    </message>
    <message>
        <source>两处写得不一样</source>
        <translation>Written differently in two places</translation>
    </message>
    <message>
        <source>{titles}在两个窗口改得不一样，请找原件核对，按 Alt+D 定下一份</source>
        <translation>{titles} differ between two windows. Check the original, Alt+D settles it</translation>
    </message>
    <message>
        <source>可能重复：同一证件号还登记过 {count} 次，按 Alt+J 并成一位</source>
        <translation>Perhaps registered twice: the same identity number {count} more time(s), Alt+J joins them</translation>
    </message>
    <message>
        <source>办过 {count} 笔</source>
        <translation>{count} cases so far</translation>
    </message>
    <message>
        <source>可能重复</source>
        <translation>Perhaps twice</translation>
    </message>
    <message>
        <source>资料不一致</source>
        <translation>Data in conflict</translation>
    </message>
</context>
<context>
    <name>DamagedHome</name>
    <message>
        <source>正在存好坏文件并接上数据，请不要关机</source>
        <translation>Keeping the damaged file and joining the data; do not switch off</translation>
    </message>
    <message>
        <source>清单没有存成文件：{why}</source>
        <translation>The list was not kept as a file: {why}</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
</context>
<context>
    <name>DamagedPage</name>
    <message>
        <source>正在做，请等一下</source>
        <translation>Under way, please wait</translation>
    </message>
    <message>
        <source>再打开一次</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>只看不写</source>
        <translation>Look only</translation>
    </message>
    <message>
        <source>接着用</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>坏文件原样留着，什么都不会删。先不要关机或拔硬盘</source>
        <translation>The damaged file stays as it is; nothing is deleted. Do not switch off or unplug the disk</translation>
    </message>
    <message>
        <source>哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>副本</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>用最后一份好的副本，加上坏文件里完好的记录；缺了哪些会逐一列出</source>
        <translation>Takes the last good copy and the sound records of the damaged file; what is missing is listed one by one</translation>
    </message>
    <message>
        <source>登录后查日志、业务和后续事项；什么都不写进去</source>
        <translation>Sign on to read log, cases and follow-ups; nothing is written</translation>
    </message>
    <message>
        <source>文件换回来了，或硬盘重新接好了，用这个</source>
        <translation>When the file was put back or the disk connected again</translation>
    </message>
    <message>
        <source>坏文件先存进 {folder}，再建新的数据文件。然后请登录，照常办理</source>
        <translation>The damaged file is put into {folder} first, then a new data file is made. Sign on afterwards and work as usual</translation>
    </message>
    <message>
        <source>用副本和完好的记录接着用？</source>
        <translation>Go on from the copy and the sound records?</translation>
    </message>
</context>
<context>
    <name>DateDialog</name>
    <message>
        <source>请确认日期</source>
        <translation>Please confirm the date</translation>
    </message>
    <message>
        <source>没确认前不写业务记录，填着的都留着。日期没错就按 F8，会记下是谁确认的</source>
        <translation>Until it is confirmed no business is recorded; what is typed stays. If the date is right press F8; who confirmed it is recorded</translation>
    </message>
    <message>
        <source>先改时间</source>
        <translation>Set the clock first</translation>
    </message>
    <message>
        <source>日期没错</source>
        <translation>The date is right</translation>
    </message>
</context>
<context>
    <name>DateKeeper</name>
    <message>
        <source>日期已确认，请再按一次刚才的键</source>
        <translation>Date confirmed; press the last key again</translation>
    </message>
</context>
<context>
    <name>DayLogPage</name>
    <message>
        <source>日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>上一笔</source>
        <translation>Previous case</translation>
    </message>
    <message>
        <source>下一笔</source>
        <translation>Next case</translation>
    </message>
    <message>
        <source>在结果里筛</source>
        <translation>Filter the results</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear the filters</translation>
    </message>
    <message>
        <source>重新读入</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>播放或暂停</source>
        <translation>Play or pause</translation>
    </message>
    <message>
        <source>回放进一步</source>
        <translation>Replay one step on</translation>
    </message>
    <message>
        <source>回放退一步</source>
        <translation>Replay one step back</translation>
    </message>
    <message>
        <source>回放到开头</source>
        <translation>Replay from the start</translation>
    </message>
    <message>
        <source>清单里换一笔，事件里换一步</source>
        <translation>Another case in the list, another step in the events</translation>
    </message>
    <message>
        <source>回放进度上按步骤跳</source>
        <translation>Jump by step in the replay</translation>
    </message>
    <message>
        <source>当日业务</source>
        <translation>Cases of the day</translation>
    </message>
    <message>
        <source>请先选一笔业务</source>
        <translation>Choose a case first</translation>
    </message>
    <message>
        <source>记下备注</source>
        <translation>Add the remark</translation>
    </message>
    <message>
        <source>清单或回放</source>
        <translation>List or replay</translation>
    </message>
    <message>
        <source>回到清单</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>到回放</source>
        <translation>To the replay</translation>
    </message>
    <message>
        <source>看回放</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>后续事项 {count}</source>
        <translation>Follow-ups: {count}</translation>
    </message>
    <message>
        <source>没有符合条件的业务</source>
        <translation>No case fits</translation>
    </message>
    <message>
        <source>这一天没有业务</source>
        <translation>No cases on this day</translation>
    </message>
    <message>
        <source>备注已记入 {number}</source>
        <translation>Remark added to {number}</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>日终</source>
        <translation>Day end</translation>
    </message>
    <message>
        <source>补录</source>
        <translation>Late entry</translation>
    </message>
    <message>
        <source>未了或日志</source>
        <translation>Open or log</translation>
    </message>
    <message>
        <source>撤回日终</source>
        <translation>Take day end back</translation>
    </message>
    <message>
        <source>结束本日</source>
        <translation>End my day</translation>
    </message>
    <message>
        <source>未了事项</source>
        <translation>Open items</translation>
    </message>
    <message>
        <source>本人当日业务</source>
        <translation>My cases today</translation>
    </message>
    <message>
        <source>没有未了事项，可以结束本日</source>
        <translation>Nothing is open: the day can end</translation>
    </message>
    <message>
        <source>未了原因</source>
        <translation>Why open</translation>
    </message>
    <message>
        <source>有未了事项时写，随日终记下；现金、重空以核心和登记簿为准</source>
        <translation>Kept with the day end; cash and vouchers are balanced in the core and its registers</translation>
    </message>
    <message>
        <source>{day}  受理 {taken}，办结 {done}，流水 {serials}，未了 {open}</source>
        <translation>{day}  taken in {taken}, done {done}, serials {serials}, open {open}</translation>
    </message>
    <message>
        <source>未日终</source>
        <translation>Day open</translation>
    </message>
    <message>
        <source>{at} 已日终</source>
        <translation>Ended {at}</translation>
    </message>
    <message>
        <source>本日已结束，再办业务会自动撤回</source>
        <translation>Your day has ended; new work takes it back by itself</translation>
    </message>
    <message>
        <source>日终已撤回</source>
        <translation>Day end taken back</translation>
    </message>
    <message>
        <source>{number} 已开始补录</source>
        <translation>{number}: late entry begun</translation>
    </message>
</context>
<context>
    <name>DaySigning</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>日终签字</source>
        <translation>Sign the day</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>这项业务没有要填的，直接下一步</source>
        <translation>Nothing to fill for this service; go on</translation>
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
    <name>DocumentsPage</name>
    <message>
        <source>勾第几项：见并复印、只见、取消</source>
        <translation>Tick item n: seen and copied, seen only, undone</translation>
    </message>
    <message>
        <source>勾这一项</source>
        <translation>Tick this item</translation>
    </message>
    <message>
        <source>缺这一项</source>
        <translation>This one is missing</translation>
    </message>
    <message>
        <source>这一项的其他处理</source>
        <translation>More for this item</translation>
    </message>
    <message>
        <source>打印告知单</source>
        <translation>Print notice</translation>
    </message>
    <message>
        <source>原件均已验</source>
        <translation>Originals seen</translation>
    </message>
    <message>
        <source>这一项</source>
        <translation>This item</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>版本 {edition}</source>
        <translation>Version {edition}</translation>
    </message>
    <message>
        <source>已齐 {done} / {all}</source>
        <translation>{done} of {all} complete</translation>
    </message>
    <message>
        <source>缺 {count}</source>
        <translation>{count} missing</translation>
    </message>
    <message>
        <source>勾选</source>
        <translation>Tick</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>已办结</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>接待下一位</source>
        <translation>Receive the next</translation>
    </message>
    <message>
        <source>这一笔没有办成，从名单里接着办</source>
        <translation>This one was not done; go on from the list</translation>
    </message>
    <message>
        <source>下一人</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>打印受理回执</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>记更正</source>
        <translation>Record a correction</translation>
    </message>
    <message>
        <source>接着办另一项</source>
        <translation>One more service</translation>
    </message>
    <message>
        <source>挂起清单</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>取消这笔业务</source>
        <translation>Cancel this case</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>What follows</translation>
    </message>
    <message>
        <source>请这样说</source>
        <translation>Say this</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>流水号</source>
        <translation>Serial</translation>
    </message>
    <message>
        <source>待补：按 {key} 填</source>
        <translation>To follow: press {key}</translation>
    </message>
    <message>
        <source>归还证件</source>
        <translation>Hand back the document</translation>
    </message>
    <message>
        <source>{count} 件，客户已点收</source>
        <translation>{count} handed back, customer has checked them</translation>
    </message>
    <message>
        <source>已归还</source>
        <translation>Handed back</translation>
    </message>
    <message>
        <source>跟进</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>已办结不能改回；要更正，按 Alt+E 另记一笔，原值留着</source>
        <translation>A completed case is not reopened; to correct it press Alt+E, the old value is kept</translation>
    </message>
    <message>
        <source>{told}，按 {key} 看</source>
        <translation>{told}, {key} to see</translation>
    </message>
    <message>
        <source>{day}：{what}</source>
        <translation>{day}: {what}</translation>
    </message>
    <message>
        <source>已取消：{reason}</source>
        <translation>Cancelled: {reason}</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已受理，{day}前还有事</source>
        <translation>Accepted; something is due by {day}</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>这一条不算</source>
        <translation>This entry does not count</translation>
    </message>
    <message>
        <source>留在记录里，原来的内容不删</source>
        <translation>Kept on record; what it said is not deleted</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>不算</source>
        <translation>Drop</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>取消这笔业务</source>
        <translation>Cancel this case</translation>
    </message>
    <message>
        <source>填过的都留在记录里，单据上写明没有办</source>
        <translation>What was filled stays on record; the paper says it was not done</translation>
    </message>
    <message>
        <source>只咨询</source>
        <translation>Advice only</translation>
    </message>
    <message>
        <source>问清了，今天不办</source>
        <translation>Asked; not today</translation>
    </message>
    <message>
        <source>客户走了</source>
        <translation>Customer has left</translation>
    </message>
    <message>
        <source>没有办成，也没有等</source>
        <translation>Not done, and not waiting</translation>
    </message>
    <message>
        <source>结束到店</source>
        <translation>End the visit</translation>
    </message>
    <message>
        <source>现在没有要批准的事</source>
        <translation>Nothing waits for approval</translation>
    </message>
    <message>
        <source>已请主管批，批下来左栏会告诉您；可以挂起（F7）先接待别的客户</source>
        <translation>The supervisor is asked; the answer comes at the left. You can park (F7) and serve somebody else</translation>
    </message>
    <message>
        <source>只念，不打印</source>
        <translation>Read aloud, no print</translation>
    </message>
    <message>
        <source>逐项念给客户听；不要纸的原因会记下</source>
        <translation>Read each item aloud; why no paper is recorded</translation>
    </message>
    <message>
        <source>这笔业务没有单据</source>
        <translation>This case has no papers</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>补打的单据会标明第几次、谁、为什么</source>
        <translation>A reprint says which copy, who and why</translation>
    </message>
    <message>
        <source>回来了</source>
        <translation>I am back</translation>
    </message>
    <message>
        <source>工作状态</source>
        <translation>State of work</translation>
    </message>
    <message>
        <source>没有挂起的业务</source>
        <translation>Nothing is parked</translation>
    </message>
    <message>
        <source>挂起清单</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>两笔业务用了这个编号</source>
        <translation>Two cases carry this number</translation>
    </message>
    <message>
        <source>没有批准：{comment}</source>
        <translation>Not approved: {comment}</translation>
    </message>
    <message>
        <source>{state}：这段时间不锁屏</source>
        <translation>{state}: no lock meanwhile</translation>
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
    <name>ExpiryBox</name>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>长期有效</source>
        <translation>No expiry</translation>
    </message>
    <message>
        <source>请写成 2031-09-30</source>
        <translation>Write it as 2031-09-30</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>导出 {day} 日志</source>
        <translation>Export the log of {day}</translation>
    </message>
    <message>
        <source>打印版 PDF，签字用</source>
        <translation>PDF to print and sign</translation>
    </message>
    <message>
        <source>表格 XLSX，各笔明细</source>
        <translation>XLSX table, every case</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>谁、导出什么、存到哪里，都记入日志</source>
        <translation>Who exports what, and where to, is recorded</translation>
    </message>
    <message>
        <source>存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>已导出 {file}</source>
        <translation>Exported {file}</translation>
    </message>
</context>
<context>
    <name>ExpressForm</name>
    <message>
        <source>{titles}，{count} 件</source>
        <translation>{titles}: {count}</translation>
    </message>
    <message>
        <source>原件均已验</source>
        <translation>Originals seen</translation>
    </message>
    <message>
        <source>低风险的项一键勾齐；“必看”的不在其内</source>
        <translation>One key for all of low risk, not for what must be looked at</translation>
    </message>
    <message>
        <source>已验 {count} 件</source>
        <translation>{count} seen</translation>
    </message>
    <message>
        <source>未验</source>
        <translation>Not seen</translation>
    </message>
    <message>
        <source>必看：照证件上写的键入</source>
        <translation>Must be looked at: type what stands on the paper</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>待看</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>“{told}，对吗？”</source>
        <translation>&quot;{told}, is that right?&quot;</translation>
    </message>
    <message>
        <source>客户已应</source>
        <translation>Customer agreed</translation>
    </message>
    <message>
        <source>待答</source>
        <translation>To be answered</translation>
    </message>
    <message>
        <source>一句核对</source>
        <translation>Read back</translation>
    </message>
    <message>
        <source>没应答记“未确认”：{key}</source>
        <translation>No answer is recorded as not confirmed: {key}</translation>
    </message>
    <message>
        <source>扫凭证、粘贴或键入</source>
        <translation>Scan the voucher, paste or type</translation>
    </message>
    <message>
        <source>{start} 扫凭证、粘贴或末 {count} 位</source>
        <translation>{start}: scan, paste, or the last {count} digits</translation>
    </message>
    <message>
        <source>核心流水号</source>
        <translation>Core serial</translation>
    </message>
    <message>
        <source>稍后补</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>待填</source>
        <translation>To fill in</translation>
    </message>
</context>
<context>
    <name>ExpressPage</name>
    <message>
        <source>快办</source>
        <translation>Express</translation>
    </message>
    <message>
        <source>原件均已验</source>
        <translation>Originals seen</translation>
    </message>
    <message>
        <source>客户答“对”</source>
        <translation>The customer says yes</translation>
    </message>
    <message>
        <source>转为标准</source>
        <translation>Go standard</translation>
    </message>
    <message>
        <source>未确认</source>
        <translation>Not confirmed</translation>
    </message>
    <message>
        <source>流水号稍后补</source>
        <translation>Serial later</translation>
    </message>
    <message>
        <source>一屏办完</source>
        <translation>On one screen</translation>
    </message>
    <message>
        <source>告知单</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>办结时打印受理回执</source>
        <translation>A receipt is printed at the end</translation>
    </message>
    <message>
        <source>从上到下</source>
        <translation>From top to bottom</translation>
    </message>
    <message>
        <source>不要回执</source>
        <translation>No receipt</translation>
    </message>
    <message>
        <source>打印回执</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>已按 {count} 键，最多 {most}</source>
        <translation>{count} keys, at most {most}</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>办结，归还 {count} 件</source>
        <translation>Complete, return {count}</translation>
    </message>
    <message>
        <source>送核心 {sent}/{count}&#x3000;{name} {value}</source>
        <translation>To the core {sent}/{count}  {name} {value}</translation>
    </message>
    <message>
        <source>0:{seconds:02d} 后清除</source>
        <translation>cleared in 0:{seconds:02d}</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>{label}（可不填）</source>
        <translation>{label} (optional)</translation>
    </message>
</context>
<context>
    <name>FirstPasswordPage</name>
    <message>
        <source>首次签到</source>
        <translation>First sign-on</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>改密码并开始</source>
        <translation>Change and begin</translation>
    </message>
    <message>
        <source>请先改成自己的密码</source>
        <translation>First choose a password of your own</translation>
    </message>
    <message>
        <source>现在的密码是管理员设的，别人也知道。改好就开始工作</source>
        <translation>Somebody else set and knows the present one. Change it and work begins</translation>
    </message>
    <message>
        <source>至少 {least} 位，一句话也行</source>
        <translation>At least {least} signs, a phrase is welcome</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>密码至少 {least} 位</source>
        <translation>The password has at least {least} signs</translation>
    </message>
    <message>
        <source>两次输入的新密码不一样，请再输一次</source>
        <translation>The two differ, type it again</translation>
    </message>
    <message>
        <source>新密码要和现在的不同</source>
        <translation>The new one must differ from the present one</translation>
    </message>
</context>
<context>
    <name>FirstStartPages</name>
    <message>
        <source>恢复单已送打印机，请看一眼出纸</source>
        <translation>The recovery sheet went to the printer; look at the tray</translation>
    </message>
    <message>
        <source>打印机没有收下恢复单，请照着抄</source>
        <translation>The printer did not take the recovery sheet; copy it by hand</translation>
    </message>
</context>
<context>
    <name>FollowUpPane</name>
    <message>
        <source>请写结果，例如“已电话告知”</source>
        <translation>Write the result, such as &quot;told by telephone&quot;</translation>
    </message>
    <message>
        <source>已记下：{what}</source>
        <translation>Recorded: {what}</translation>
    </message>
    <message>
        <source>今天没有签到的同事可接，请按 Alt+R 选人</source>
        <translation>No colleague who has signed on today can take it; choose one by Alt+R</translation>
    </message>
    <message>
        <source>今天未签到</source>
        <translation>Not signed on today</translation>
    </message>
    <message>
        <source>已转交 {name}</source>
        <translation>Given to {name}</translation>
    </message>
    <message>
        <source>后续事项</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>没有到期的后续事项</source>
        <translation>No follow-up is due</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>选一项，写怎样办好的</source>
        <translation>Choose one and write how it was settled</translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message>
        <source>后续事项</source>
        <translation>Follow-ups</translation>
    </message>
</context>
<context>
    <name>ForgiveForm</name>
    <message>
        <source>请输入主管工号</source>
        <translation>Enter the supervisor&apos;s number</translation>
    </message>
    <message>
        <source>请输入主管密码</source>
        <translation>Enter the supervisor&apos;s password</translation>
    </message>
    <message>
        <source>主管放行</source>
        <translation>Release by supervisor</translation>
    </message>
    <message>
        <source>工号 {staff} 密码连错多次。请主管看清是本人，再放行</source>
        <translation>Too many wrong passwords for {staff}. The supervisor makes sure of the person, then releases</translation>
    </message>
    <message>
        <source>主管工号</source>
        <translation>Supervisor&apos;s number</translation>
    </message>
    <message>
        <source>主管密码</source>
        <translation>Supervisor&apos;s password</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>放行</source>
        <translation>Release</translation>
    </message>
</context>
<context>
    <name>FormsDialog</name>
    <message>
        <source>应急单</source>
        <translation>Emergency forms</translation>
    </message>
    <message>
        <source>打印应急单</source>
        <translation>Print emergency forms</translation>
    </message>
    <message>
        <source>全套：各项业务、告知单、排队号</source>
        <translation>The whole pack: services, notices, tickets</translation>
    </message>
    <message>
        <source>编号接着今天已发的往下排，发放记入日志</source>
        <translation>Numbers run on from today&apos;s; giving them out is recorded</translation>
    </message>
    <message>
        <source>打印什么</source>
        <translation>What to print</translation>
    </message>
    <message>
        <source>每项业务几份</source>
        <translation>Copies of each service</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>应急单 {number} 已送去打印，共 {count} 张</source>
        <translation>Emergency forms {number} sent to the printer, {count} sheets</translation>
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
    <name>GivePasswordDialog</name>
    <message>
        <source>重设密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>{name} {number}：先核对是本人。本人下次签到时必须改成自己的密码</source>
        <translation>{name} {number}: make sure who asks. At the next sign-on the person has to change it</translation>
    </message>
    <message>
        <source>至少 {least} 位</source>
        <translation>At least {least} signs</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>重设</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>密码至少 {least} 位</source>
        <translation>The password has at least {least} signs</translation>
    </message>
    <message>
        <source>两次输入的新密码不一样，请再输一次</source>
        <translation>The two differ, type it again</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>已重设 {name} 的密码</source>
        <translation>{name} has a new password</translation>
    </message>
</context>
<context>
    <name>GroupErrands</name>
    <message>
        <source>这笔业务没有名单</source>
        <translation>This case has no list</translation>
    </message>
    <message>
        <source>{number} 名单：{told}</source>
        <translation>{number}: {told}</translation>
    </message>
    <message>
        <source>还没填姓名</source>
        <translation>no name yet</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>转交给同事</source>
        <translation>Hand over to a colleague</translation>
    </message>
    <message>
        <source>同事的工号</source>
        <translation>Colleague&apos;s number</translation>
    </message>
    <message>
        <source>交代一句</source>
        <translation>A word to the colleague</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>没有这个工号，请核对</source>
        <translation>There is no such staff number; check it</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>静默求助</source>
        <translation>Silent help</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>没有求助</source>
        <translation>No calls for help</translation>
    </message>
    <message>
        <source>看过了</source>
        <translation>Was there</translation>
    </message>
    <message>
        <source>按错了</source>
        <translation>By mistake</translation>
    </message>
    <message>
        <source>有人去了</source>
        <translation>Somebody goes</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>柜员</source>
        <translation>Teller</translation>
    </message>
    <message>
        <source>别的窗口的求助到不了这台电脑，请管理员重新接入它（admit --audience restricted）</source>
        <translation>Calls from other windows do not reach this PC; please have an administrator admit it anew (admit --audience restricted)</translation>
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
    <name>HinderedPage</name>
    <message>
        <source>现在还不能登录</source>
        <translation>Nobody can sign on yet</translation>
    </message>
    <message>
        <source>再打开一次</source>
        <translation>Open again</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>柜面</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>窗口没有客户</source>
        <translation>No customer at the window</translation>
    </message>
    <message>
        <source>接待下一位</source>
        <translation>Receive the next</translation>
    </message>
    <message>
        <source>挂起清单</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>工作状态</source>
        <translation>State of work</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>到查找结果</source>
        <translation>To the results</translation>
    </message>
    <message>
        <source>打开客户</source>
        <translation>Open the customer</translation>
    </message>
</context>
<context>
    <name>IdentityChecks</name>
    <message>
        <source>身份核查</source>
        <translation>Identity checks</translation>
    </message>
    <message>
        <source>记身份核查</source>
        <translation>Record a check</translation>
    </message>
    <message>
        <source>未记</source>
        <translation>not recorded</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>加入网点</source>
        <translation>Join the branch</translation>
    </message>
    <message>
        <source>正在加入</source>
        <translation>Joining</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>改为建立网点</source>
        <translation>Found a branch instead</translation>
    </message>
    <message>
        <source>网点已经建立的，请管理员发一个加入码，照着输入或扫码。终端号由网点库给</source>
        <translation>If the branch is founded already, ask the administrator for a join code and type or scan it. The branch gives the terminal&apos;s number</translation>
    </message>
    <message>
        <source>加入码</source>
        <translation>Join code</translation>
    </message>
    <message>
        <source>每组 5 位，组间可空格；只能用一次</source>
        <translation>Groups of 5 signs, spaces between them as you like; good once</translation>
    </message>
    <message>
        <source>存成 PDF 文件，不打印</source>
        <translation>Save as PDF files, do not print</translation>
    </message>
    <message>
        <source>正在接收网点的记录，{done} / {of}</source>
        <translation>Receiving the branch&apos;s records, {done} / {of}</translation>
    </message>
</context>
<context>
    <name>Last4Box</name>
    <message>
        <source>末四位</source>
        <translation>Last four signs</translation>
    </message>
    <message>
        <source>请照着实物写四位</source>
        <translation>Type the four signs as they stand on the paper</translation>
    </message>
</context>
<context>
    <name>LateEntryDialog</name>
    <message>
        <source>补录应急单</source>
        <translation>Enter an emergency form</translation>
    </message>
    <message>
        <source>选业务</source>
        <translation>Choose a service</translation>
    </message>
    <message>
        <source>选原因</source>
        <translation>Choose a cause</translation>
    </message>
    <message>
        <source>应急单编号</source>
        <translation>Form number</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>Happened at</translation>
    </message>
    <message>
        <source>2026-11-23 10:40</source>
        <translation>2026-11-23 10:40</translation>
    </message>
    <message>
        <source>经办工号</source>
        <translation>Served by</translation>
    </message>
    <message>
        <source>停用原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>开始补录</source>
        <translation>Begin entry</translation>
    </message>
    <message>
        <source>请选业务</source>
        <translation>Choose a service</translation>
    </message>
    <message>
        <source>请选原因</source>
        <translation>Choose a cause</translation>
    </message>
    <message>
        <source>时间请写成 2026-11-23 10:40</source>
        <translation>Write the time as 2026-11-23 10:40</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>停电</source>
        <translation>Power cut</translation>
    </message>
    <message>
        <source>程序不能用</source>
        <translation>Program not working</translation>
    </message>
    <message>
        <source>打印机不能用</source>
        <translation>Printer not working</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>LateSerials</name>
    <message>
        <source>没有要补的流水号</source>
        <translation>No serial is waiting</translation>
    </message>
    <message>
        <source>流水号待补</source>
        <translation>Serials to follow</translation>
    </message>
    <message>
        <source>{number} 的流水号已补</source>
        <translation>{number}: serial recorded</translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>原件已见</source>
        <translation>Original seen</translation>
    </message>
    <message>
        <source>原件已见，已复印</source>
        <translation>Original seen, copied</translation>
    </message>
    <message>
        <source>替代：{title}</source>
        <translation>Instead: {title}</translation>
    </message>
    <message>
        <source>缺这一样</source>
        <translation>This one is missing</translation>
    </message>
    <message>
        <source>不收：{reason}</source>
        <translation>Not accepted: {reason}</translation>
    </message>
    <message>
        <source>容缺受理，须主管批准</source>
        <translation>Accept now, if approved</translation>
    </message>
    <message>
        <source>还没看</source>
        <translation>Not seen yet</translation>
    </message>
</context>
<context>
    <name>ListChangePage</name>
    <message>
        <source>清单改了</source>
        <translation>The list has changed</translation>
    </message>
    <message>
        <source>只念，不打印</source>
        <translation>Read out, no paper</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>打印更正的告知单，按新清单办</source>
        <translation>Print the corrected notice, go on under the new list</translation>
    </message>
    <message>
        <source>逐项念给客户听；不要纸的原因会记下</source>
        <translation>Read each item to the customer; the reason for no paper is kept</translation>
    </message>
    <message>
        <source>这张告知单的清单已经换了，按新清单办</source>
        <translation>The list of this notice has been replaced; go on under the new one</translation>
    </message>
    <message>
        <source>{day} 的告知单 {number} 按 {was} 版；{since} 起按 {now} 版</source>
        <translation>Notice {number} of {day} follows edition {was}; edition {now} counts from {since}</translation>
    </message>
    <message>
        <source>没变的几项照旧：已看过、已填的都留着，不用重来</source>
        <translation>Lines that are the same stand: what was seen and filled in stays</translation>
    </message>
    <message>
        <source>要多问：{what}</source>
        <translation>Asked as well: {what}</translation>
    </message>
    <message>
        <source>新要的 {count}</source>
        <translation>New: {count}</translation>
    </message>
    <message>
        <source>不用了的 {count}</source>
        <translation>No longer needed: {count}</translation>
    </message>
    <message>
        <source>改了的 {count}</source>
        <translation>Changed: {count}</translation>
    </message>
    <message>
        <source>{title}（{why}）</source>
        <translation>{title} ({why})</translation>
    </message>
</context>
<context>
    <name>LockKeeper</name>
    <message>
        <source>{sentence}；没错就再输一次密码，会记下是谁确认的</source>
        <translation>{sentence}. If it is right, type the password once more; who confirmed it is recorded</translation>
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
        <source>日期没错，解锁</source>
        <translation>The date is right, unlock</translation>
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
    <name>LogFilters</name>
    <message>
        <source>{total} 笔</source>
        <translation>{total} cases</translation>
    </message>
    <message>
        <source>异常 {count}</source>
        <translation>{count} exceptions</translation>
    </message>
    <message>
        <source>柜员</source>
        <translation>Teller</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>在结果里筛</source>
        <translation>Filter the results</translation>
    </message>
    <message>
        <source>先看异常</source>
        <translation>Exceptions first</translation>
    </message>
    <message>
        <source>只看异常</source>
        <translation>Exceptions only</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>今日日志</source>
        <translation>Log of today</translation>
    </message>
</context>
<context>
    <name>LookBox</name>
    <message>
        <source>{title} 到期月年</source>
        <translation>{title}: month and year of expiry</translation>
    </message>
    <message>
        <source>{title} 末四位</source>
        <translation>{title}: last four signs</translation>
    </message>
    <message>
        <source>月年四位</source>
        <translation>MMYY</translation>
    </message>
    <message>
        <source>末四位</source>
        <translation>Last four signs</translation>
    </message>
    <message>
        <source>这个月到期，请写全：年月日八位</source>
        <translation>It ends this month, type the whole day: YYYYMMDD</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>只看不写</source>
        <translation>Look only</translation>
    </message>
    <message>
        <source>里面有客户资料，请输入自己的工号和密码。这次不记进日志</source>
        <translation>It holds customers&apos; data: your own number and password, please. This look is not written in the log</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>请输入工号</source>
        <translation>Enter the staff number</translation>
    </message>
    <message>
        <source>请输入密码</source>
        <translation>Please type the password</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
</context>
<context>
    <name>LookRooms</name>
    <message>
        <source>不看了</source>
        <translation>Stop looking</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>后续事项</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>一笔业务的经过，请运营主管登录来看</source>
        <translation>A supervisor can look at the course of a case</translation>
    </message>
</context>
<context>
    <name>LookRow</name>
    <message>
        <source>字号</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>浅</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>MendedPage</name>
    <message>
        <source>数据已接上</source>
        <translation>The data is joined again</translation>
    </message>
    <message>
        <source>去登录</source>
        <translation>Sign on</translation>
    </message>
    <message>
        <source>已接上</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>坏文件</source>
        <translation>Damaged file</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>没有救回的 {count} 项</source>
        <translation>Not saved: {count}</translation>
    </message>
    <message>
        <source>其余 {count} 项见清单</source>
        <translation>{count} more are in the list</translation>
    </message>
</context>
<context>
    <name>NarrowPersonBlock</name>
    <message>
        <source>单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>{whose} · {part}</source>
        <translation>{whose} · {part}</translation>
    </message>
</context>
<context>
    <name>NeedPage</name>
    <message>
        <source>这项业务没有要先问的，直接下一步</source>
        <translation>Nothing to ask for this service; go on</translation>
    </message>
    <message>
        <source>选业务</source>
        <translation>Choose the service</translation>
    </message>
    <message>
        <source>先问清</source>
        <translation>Ask first</translation>
    </message>
    <message>
        <source>版本 {edition}</source>
        <translation>Version {edition}</translation>
    </message>
    <message>
        <source>办这项业务</source>
        <translation>Start this service</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>NewAccountForm</name>
    <message>
        <source>新来的人</source>
        <translation>A new person</translation>
    </message>
    <message>
        <source>登记人员</source>
        <translation>Register staff</translation>
    </message>
    <message>
        <source>至少 {least} 位；本人首次签到时必须改</source>
        <translation>At least {least} signs; changed at first use</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>这个人</source>
        <translation>This person</translation>
    </message>
    <message>
        <source>登记后不改</source>
        <translation>Does not change later</translation>
    </message>
    <message>
        <source>如 柜员</source>
        <translation>Such as teller</translation>
    </message>
    <message>
        <source>已有工号的人，在这里选</source>
        <translation>If this person has a number</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>空格键勾选；管理员当天不能再做主管的事</source>
        <translation>Space ticks; who administers today does not supervise today</translation>
    </message>
    <message>
        <source>首次密码</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>再输一次首次密码</source>
        <translation>First password again</translation>
    </message>
    <message>
        <source>密码至少 {least} 位</source>
        <translation>The password has at least {least} signs</translation>
    </message>
    <message>
        <source>请输入工号</source>
        <translation>Enter the staff number</translation>
    </message>
    <message>
        <source>请输入姓名</source>
        <translation>Enter the name</translation>
    </message>
    <message>
        <source>请输入岗位</source>
        <translation>Enter the post</translation>
    </message>
    <message>
        <source>请至少勾选一个角色</source>
        <translation>Tick at least one role</translation>
    </message>
    <message>
        <source>两次输入的密码不同，请再输一次</source>
        <translation>The two differ, type it again</translation>
    </message>
</context>
<context>
    <name>NextItem</name>
    <message>
        <source>下一项&#x3000;{done} / {all} 已齐</source>
        <translation>Next, {done} of {all} complete</translation>
    </message>
    <message>
        <source>都看过了</source>
        <translation>All looked at</translation>
    </message>
    <message>
        <source>已看</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>“{title}”还没办完，展开来办：{key}</source>
        <translation>&quot;{title}&quot; is not finished; unfold the desk for it: {key}</translation>
    </message>
</context>
<context>
    <name>NextStepsList</name>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>本行</source>
        <translation>The bank</translation>
    </message>
    <message>
        <source>随时</source>
        <translation>At any time</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>{day}前</source>
        <translation>By {day}</translation>
    </message>
    <message>
        <source>{day}当天</source>
        <translation>On {day}</translation>
    </message>
    <message>
        <source>{day}起</source>
        <translation>From {day}</translation>
    </message>
    <message>
        <source>{day}（待公布）</source>
        <translation>{day} (not yet published)</translation>
    </message>
</context>
<context>
    <name>NoticeItems</name>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>也可以</source>
        <translation>Or else</translation>
    </message>
    <message>
        <source>谁带来</source>
        <translation>Who brings it</translation>
    </message>
    <message>
        <source>已看过，下次把原件再带来：{titles}</source>
        <translation>Seen; bring the originals again: {titles}</translation>
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
    <name>NoticePage</name>
    <message>
        <source>一次性告知单</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>客户拿到的样子</source>
        <translation>As the customer gets it</translation>
    </message>
    <message>
        <source>打印并结束，等客户再来</source>
        <translation>Print and end, customer comes again</translation>
    </message>
    <message>
        <source>回到清单</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>只念，不打印</source>
        <translation>Read aloud, no print</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large print</translation>
    </message>
    <message>
        <source>拟来日期</source>
        <translation>Day of coming</translation>
    </message>
    <message>
        <source>说不定的，按今天算</source>
        <translation>Not sure: as of today</translation>
    </message>
    <message>
        <source>说不定</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>要带 {count} 样</source>
        <translation>{count} to bring</translation>
    </message>
    <message>
        <source>一次说全，来一次就办</source>
        <translation>All said at once, one visit is enough</translation>
    </message>
    <message>
        <source>凭单有效到 {day}：带齐这些就能办</source>
        <translation>Valid until {day}: bring all of this and it can be done</translation>
    </message>
    <message>
        <source>日期请写成 2026-12-02</source>
        <translation>Write the date as 2026-12-02</translation>
    </message>
    <message>
        <source>拟来日期不能早于今天</source>
        <translation>The day of coming cannot be past</translation>
    </message>
    <message>
        <source>告知单预览</source>
        <translation>Preview of the notice</translation>
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
    <name>PaperPane</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>预览哪一张</source>
        <translation>Preview which</translation>
    </message>
    <message>
        <source>单据预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>{name}（第 {count} 份）</source>
        <translation>{name} (copy {count})</translation>
    </message>
    <message>
        <source>已送出不等于已打好，请看一眼出纸</source>
        <translation>Sent is not printed: look at the paper</translation>
    </message>
    <message>
        <source>这笔业务没有单据</source>
        <translation>This case has no papers</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>可以粘贴</source>
        <translation>You may paste</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>密码至少 {least} 位</source>
        <translation>The password has at least {least} signs</translation>
    </message>
    <message>
        <source>请输入现在的密码</source>
        <translation>Enter the present password</translation>
    </message>
    <message>
        <source>请输入新密码</source>
        <translation>Enter the new password</translation>
    </message>
    <message>
        <source>新密码要和现在的不同</source>
        <translation>The new password must differ from the present one</translation>
    </message>
    <message>
        <source>两次输入的新密码不一样，请再输一次</source>
        <translation>The two new passwords differ; enter it again</translation>
    </message>
</context>
<context>
    <name>PersonBlock</name>
    <message>
        <source>已登记客户</source>
        <translation>Registered customer</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件种类</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>证件有效期至</source>
        <translation>Document valid until</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>与证件一致；先不登记也可以</source>
        <translation>As on the document; may stay empty for now</translation>
    </message>
    <message>
        <source>读卡或键入</source>
        <translation>Read the card or type</translation>
    </message>
    <message>
        <source>写在证件背面</source>
        <translation>On the back of the document</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>第 {number} 人</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>本人没有来</source>
        <translation>The customer did not come</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>No expiry</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Registered name</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>单位电话</source>
        <translation>Phone of the organisation</translation>
    </message>
    <message>
        <source>与营业执照一致</source>
        <translation>As on the business licence</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>我的资料</source>
        <translation>My profile</translation>
    </message>
    <message>
        <source>改密码</source>
        <translation>Change password</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>我的资料</source>
        <translation>My profile</translation>
    </message>
    <message>
        <source>最近签到</source>
        <translation>Recent sign-ons</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>七天内没有签到</source>
        <translation>No sign-on within seven days</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>{since} 到 {until}，{window} 号窗口</source>
        <translation>{since} to {until}, window {window}</translation>
    </message>
    <message>
        <source>{since} 起，{window} 号窗口，现在</source>
        <translation>Since {since}, window {window}, now</translation>
    </message>
    <message>
        <source>密码已改，下次签到用新密码</source>
        <translation>The password is changed; use the new one at the next sign-on</translation>
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
    <name>QuarantinePane</name>
    <message>
        <source>隔离的记录</source>
        <translation>Quarantined entries</translation>
    </message>
    <message>
        <source>不算，写原因</source>
        <translation>Drop, with a reason</translation>
    </message>
    <message>
        <source>照样记</source>
        <translation>Enter again</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>写了什么</source>
        <translation>What it said</translation>
    </message>
    <message>
        <source>隔离的记录：{n} 条待定</source>
        <translation>Quarantine: {n} entries to settle</translation>
    </message>
    <message>
        <source>已照样记下</source>
        <translation>Entered again</translation>
    </message>
    <message>
        <source>已记为不算</source>
        <translation>Dropped</translation>
    </message>
</context>
<context>
    <name>ReadBackPage</name>
    <message>
        <source>第几项有误，去修改</source>
        <translation>Number of the wrong item, to correct it</translation>
    </message>
    <message>
        <source>客户口头确认</source>
        <translation>Customer confirmed aloud</translation>
    </message>
    <message>
        <source>念给客户核对</source>
        <translation>Read it to the customer</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count} items</translation>
    </message>
    <message>
        <source>口头确认会如实记为“口头”，并记柜员工号</source>
        <translation>Confirmed aloud is recorded as such, with your number</translation>
    </message>
    <message>
        <source>都对</source>
        <translation>All correct</translation>
    </message>
    <message>
        <source>这一项有误，去修改</source>
        <translation>This item is wrong; correct it</translation>
    </message>
    <message>
        <source>，</source>
        <translation>; </translation>
    </message>
    <message>
        <source>原：{old}&#x3000;{at} 改，{by}</source>
        <translation>Before: {old}  changed {at}, {by}</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Give the reason</translation>
    </message>
</context>
<context>
    <name>ReassignDialog</name>
    <message>
        <source>转交后续事项</source>
        <translation>Hand over the follow-up</translation>
    </message>
    <message>
        <source>选同事</source>
        <translation>Choose a colleague</translation>
    </message>
    <message>
        <source>交给</source>
        <translation>Hand to</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>请选同事</source>
        <translation>Choose a colleague</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Give the reason</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>已转交 {name}</source>
        <translation>Handed over to {name}</translation>
    </message>
</context>
<context>
    <name>ReceptionPage</name>
    <message>
        <source>读卡器</source>
        <translation>Reader</translation>
    </message>
    <message>
        <source>填证件号码和种类，不动光标</source>
        <translation>Fills number and kind of document; the cursor stays</translation>
    </message>
    <message>
        <source>谁来办</source>
        <translation>Who has come</translation>
    </message>
    <message>
        <source>问清再登记；只咨询的可以先不登记，直接下一步</source>
        <translation>Ask, then register; for advice only go on without</translation>
    </message>
    <message>
        <source>加一人</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>查找老客户</source>
        <translation>Find a known customer</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>登记为客户</source>
        <translation>Register as a customer</translation>
    </message>
    <message>
        <source>替孩子来的监护人</source>
        <translation>Guardian of a child</translation>
    </message>
    <message>
        <source>去掉此人</source>
        <translation>Remove this person</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>恢复单</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>再看恢复单</source>
        <translation>See the recovery sheet again</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>已抄好或打好</source>
        <translation>Copied or printed</translation>
    </message>
    <message>
        <source>请看抄好或打好的那张恢复单，照着输入其中一组</source>
        <translation>Look at the sheet that was copied or printed, and type one of its groups</translation>
    </message>
    <message>
        <source>这台电脑坏了或系统重装后，只有这张恢复单能打开数据。请打印或抄下来，锁进网点保险柜；这里只显示这一次</source>
        <translation>When this PC breaks or is set up anew, only this recovery sheet opens the data. Print or copy it and lock it in the branch safe; it is shown only this once</translation>
    </message>
    <message>
        <source>恢复单编号 {mark}，换电脑时用来认是哪一张</source>
        <translation>Recovery sheet {mark}; tells which sheet it is when the PC is replaced</translation>
    </message>
    <message>
        <source>恢复单第 {number} 组</source>
        <translation>Group {number} of the recovery sheet</translation>
    </message>
</context>
<context>
    <name>ReferDialog</name>
    <message>
        <source>转交（受限）</source>
        <translation>Pass on (restricted)</translation>
    </message>
    <message>
        <source>观察到的情况</source>
        <translation>An observation</translation>
    </message>
    <message>
        <source>警方联系</source>
        <translation>Police contact</translation>
    </message>
    <message>
        <source>有权机关查询</source>
        <translation>Authority&apos;s enquiry</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>只记转给谁、几点，不写看法；别人看不到</source>
        <translation>Only to whom and when, no opinion; others do not see it</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Pass on</translation>
    </message>
    <message>
        <source>转给哪个岗位</source>
        <translation>To which post</translation>
    </message>
    <message>
        <source>接手人工号</source>
        <translation>Staff number there</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>警号</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>第一名人员证件号</source>
        <translation>First officer&apos;s badge</translation>
    </message>
    <message>
        <source>第二名人员证件号</source>
        <translation>Second officer&apos;s badge</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
</context>
<context>
    <name>RefuseDialog</name>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>柜员会看到</source>
        <translation>The teller will see it</translation>
    </message>
    <message>
        <source>退回请写明原因</source>
        <translation>Say why you send it back</translation>
    </message>
</context>
<context>
    <name>RemoteApprovals</name>
    <message>
        <source>已按批准补打一份：{0}</source>
        <translation>Another copy ordered as approved: {0}</translation>
    </message>
    <message>
        <source>没有批准：{comment}</source>
        <translation>Not approved: {comment}</translation>
    </message>
    <message>
        <source>接着等</source>
        <translation>Keep waiting</translation>
    </message>
    <message>
        <source>可以先接待别的客户</source>
        <translation>You can serve somebody else meanwhile</translation>
    </message>
    <message>
        <source>撤回申请</source>
        <translation>Take the request back</translation>
    </message>
    <message>
        <source>不用批了</source>
        <translation>Not needed any more</translation>
    </message>
    <message>
        <source>已批准：{number} {matter}，在左栏接着办</source>
        <translation>Approved: {number} {matter}; go on from the left</translation>
    </message>
    <message>
        <source>没有批准：{number} {matter}，原因看左栏</source>
        <translation>Not approved: {number} {matter}; the reason is at the left</translation>
    </message>
</context>
<context>
    <name>ReplayControls</name>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>播放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>到开头</source>
        <translation>To the start</translation>
    </message>
    <message>
        <source>退一步</source>
        <translation>One step back</translation>
    </message>
    <message>
        <source>进一步</source>
        <translation>One step on</translation>
    </message>
    <message>
        <source>速度</source>
        <translation>Speed</translation>
    </message>
</context>
<context>
    <name>ReplayPane</name>
    <message>
        <source>请先写备注</source>
        <translation>Write the remark first</translation>
    </message>
    <message>
        <source>选一笔业务，看它是怎样办的</source>
        <translation>Choose a case to see how it went</translation>
    </message>
    <message>
        <source>换一笔</source>
        <translation>Another case</translation>
    </message>
    <message>
        <source>回放进度</source>
        <translation>Progress of the replay</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>写进这笔业务，写后不能改，里面的号码会遮盖</source>
        <translation>Kept with the case and not changed later; numbers in it are masked</translation>
    </message>
    <message>
        <source>规程版本不在本机，只列事件</source>
        <translation>This version of the procedure is not on this PC; only events are listed</translation>
    </message>
</context>
<context>
    <name>RestrictedDialog</name>
    <message>
        <source>{day} 受限事项 {count}</source>
        <translation>{day} restricted matters: {count}</translation>
    </message>
    <message>
        <source>受限事项</source>
        <translation>Restricted matters</translation>
    </message>
    <message>
        <source>当天没有转交的事</source>
        <translation>Nothing was passed on that day</translation>
    </message>
</context>
<context>
    <name>RestrictedMatters</name>
    <message>
        <source>受限事项</source>
        <translation>Restricted matters</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>受理编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>核心流水号</source>
        <translation>Core serial</translation>
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
    <name>Rooms</name>
    <message>
        <source>柜面</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>规程</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>后续事项</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>日终</source>
        <translation>Day end</translation>
    </message>
    <message>
        <source>网点</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>请这样说</source>
        <translation>Say it like this</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>查找业务或客户</source>
        <translation>Find a case or customer</translation>
    </message>
    <message>
        <source>受理编号、姓名、拼音首字母、号码后四位，或扫单据上的码</source>
        <translation>Case number, name, pinyin initials, last four digits, or scan the code on a paper</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Results</translation>
    </message>
</context>
<context>
    <name>SecretBox</name>
    <message>
        <source>隐藏</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>SerialDialog</name>
    <message>
        <source>补流水号</source>
        <translation>Add the serial</translation>
    </message>
    <message>
        <source>扫凭证、粘贴或键入</source>
        <translation>Scan the voucher, paste or type</translation>
    </message>
    <message>
        <source>核心流水号</source>
        <translation>Core serial</translation>
    </message>
    <message>
        <source>记下流水号</source>
        <translation>Record the serial</translation>
    </message>
</context>
<context>
    <name>ServicePicker</name>
    <message>
        <source>要办什么</source>
        <translation>What is wanted</translation>
    </message>
    <message>
        <source>打编号、拼音首字母或几个字，上下键选，回车定</source>
        <translation>Type a code, pinyin initials or words; arrows choose, Enter takes</translation>
    </message>
    <message>
        <source>可以办的业务</source>
        <translation>Services offered</translation>
    </message>
    <message>
        <source>没有这样的业务，换个说法，或退格重打</source>
        <translation>No such service; say it otherwise, or use Backspace</translation>
    </message>
    <message>
        <source>编号、拼音首字母或几个字</source>
        <translation>Number, initials or a few letters</translation>
    </message>
    <message>
        <source>约 {count} 分</source>
        <translation>About {count} min</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>模拟读证</source>
        <translation>Simulate a reader</translation>
    </message>
    <message>
        <source>{0} 号窗口  {1} {2}</source>
        <translation>Window {0}  {1} {2}</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Sign off</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>建立本机</source>
        <translation>Set up this PC</translation>
    </message>
    <message>
        <source>正在建立</source>
        <translation>Setting up</translation>
    </message>
    <message>
        <source>建立</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>加入已有的网点</source>
        <translation>Join a branch that is there</translation>
    </message>
    <message>
        <source>显示或隐藏密码</source>
        <translation>Show or hide the password</translation>
    </message>
    <message>
        <source>这台电脑还没有数据。填好这一页就建立网点和第一位管理员，柜员由管理员登录后添加。网点已经在别的电脑上建立的，请按“加入已有的网点”</source>
        <translation>This PC holds no data yet. This page founds the branch and its first administrator, who then adds the staff. If another PC has founded the branch, choose “Join a branch that is there”</translation>
    </message>
    <message>
        <source>网点</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>这台电脑</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>第一位系统管理员</source>
        <translation>First administrator</translation>
    </message>
    <message>
        <source>存成 PDF 文件，不打印</source>
        <translation>Save as PDF, do not print</translation>
    </message>
    <message>
        <source>有 {count} 处需要修改</source>
        <translation>{count} to be mended</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>定下一份</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>并成一位</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>以哪一份为准</source>
        <translation>Which one stands</translation>
    </message>
    <message>
        <source>请看原件。另一份留在记录里</source>
        <translation>Look at the original. The other stays in the record</translation>
    </message>
    <message>
        <source>把哪一份并进来</source>
        <translation>Which one to join into this</translation>
    </message>
    <message>
        <source>证件号相同，是同一位客户。并进来以后，两份的业务都列在这一份</source>
        <translation>The same identity number, the same customer. Once joined, the cases of both stand here</translation>
    </message>
</context>
<context>
    <name>SignOffDialog</name>
    <message>
        <source>{day} 日终签字</source>
        <translation>{day}: sign the day</translation>
    </message>
    <message>
        <source>当日备注</source>
        <translation>Remark for the day</translation>
    </message>
    <message>
        <source>记备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>签字</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>备注已记入当日</source>
        <translation>Remark kept for the day</translation>
    </message>
    <message>
        <source>已签字</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>受理 {taken}，办结 {done}，异常 {exceptions}，未了 {open}</source>
        <translation>Taken in {taken}, done {done}, exceptions {exceptions}, open {open}</translation>
    </message>
    <message>
        <source>未签字；现金、重空以核心和登记簿为准</source>
        <translation>Not signed; cash and vouchers are balanced in the core and its registers</translation>
    </message>
    <message>
        <source>{at} 已签字</source>
        <translation>Signed {at}</translation>
    </message>
    <message>
        <source>{signed}，签字后有变动：{cases}</source>
        <translation>{signed}, changed since: {cases}</translation>
    </message>
</context>
<context>
    <name>SignOnForm</name>
    <message>
        <source>请输入工号</source>
        <translation>Enter the staff number</translation>
    </message>
    <message>
        <source>请输入密码</source>
        <translation>Enter the password</translation>
    </message>
    <message>
        <source>请输入窗口号</source>
        <translation>Enter the window&apos;s number</translation>
    </message>
    <message>
        <source>已放行，请本人输入密码</source>
        <translation>Released; the person enters the password</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign on</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff number</translation>
    </message>
    <message>
        <source>刷工卡或键入</source>
        <translation>Swipe the card or type</translation>
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
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>主管放行</source>
        <translation>Release by supervisor</translation>
    </message>
    <message>
        <source>与上次相同</source>
        <translation>As last time</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>登录</source>
        <translation>Sign on</translation>
    </message>
    <message>
        <source>显示或隐藏密码</source>
        <translation>Show or hide the password</translation>
    </message>
    <message>
        <source>回到登录</source>
        <translation>Back to sign-on</translation>
    </message>
    <message>
        <source>正在打开本机数据</source>
        <translation>Opening the data of this PC</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>到所选人员的角色</source>
        <translation>To the roles of the one chosen</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>回到名单</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>登记人员</source>
        <translation>Register staff</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>保存角色</source>
        <translation>Save roles</translation>
    </message>
    <message>
        <source>人员名单</source>
        <translation>Staff list</translation>
    </message>
    <message>
        <source>已登记 {name} {number}，可以用首次密码签到</source>
        <translation>{name} {number} is registered and can sign on with the first password</translation>
    </message>
    <message>
        <source>已保存 {name} 的角色</source>
        <translation>Saved the roles of {name}</translation>
    </message>
    <message>
        <source>这个工号已停用</source>
        <translation>This account is closed</translation>
    </message>
    <message>
        <source>自己的密码在“我的”里改</source>
        <translation>Change your own on your own page</translation>
    </message>
    <message>
        <source>角色没有改动；空格键勾选或取消</source>
        <translation>No role was changed; Space ticks or unticks</translation>
    </message>
</context>
<context>
    <name>StatusKeeper</name>
    <message>
        <source>本终端只作引导与存证，不记账</source>
        <translation>Guides and records; does not post to accounts</translation>
    </message>
    <message>
        <source>本机数据完好</source>
        <translation>Data of this PC sound</translation>
    </message>
    <message>
        <source>已保存 {0}</source>
        <translation>Saved {0}</translation>
    </message>
    <message>
        <source>正在连网点</source>
        <translation>connecting to the branch</translation>
    </message>
    <message>
        <source>网点库的文件坏了，照常办理，请告诉管理员</source>
        <translation>The branch database has damaged files; carry on, tell the administrator</translation>
    </message>
    <message>
        <source>网点库没有地方了，照常办理，请告诉管理员</source>
        <translation>No room left at the branch&apos;s server; work goes on, please tell the administrator</translation>
    </message>
    <message>
        <source>网点连不上，照常办理</source>
        <translation>branch out of reach, go on as usual</translation>
    </message>
    <message>
        <source>网点不认本机，请告诉管理员</source>
        <translation>the branch refuses this PC: tell the administrator</translation>
    </message>
    <message>
        <source>连到了别的网点，请告诉管理员</source>
        <translation>this is another branch: tell the administrator</translation>
    </message>
    <message>
        <source>本机像是复制或恢复过，照常办理，请告诉管理员</source>
        <translation>This PC seems copied or restored; work on and tell the administrator</translation>
    </message>
    <message>
        <source>本机存不下网点来的内容，请告诉管理员</source>
        <translation>this PC cannot keep what comes from the branch: tell the administrator</translation>
    </message>
    <message>
        <source>与网点的往来停了，请重启本程序</source>
        <translation>exchange with the branch has ended: restart this program</translation>
    </message>
    <message>
        <source>往日记录还在传：{done} / {of}</source>
        <translation>Past records still coming: {done} / {of}</translation>
    </message>
    <message>
        <source>先传客户，已到 {customers} 位；往日记录 {done} / {of}</source>
        <translation>Customers first, {customers} are here; past entries {done} / {of}</translation>
    </message>
    <message>
        <source>快照与账本不符，已弃用，请告诉管理员</source>
        <translation>A snapshot belied by the journals was dropped; tell the administrator</translation>
    </message>
    <message>
        <source>网点已收齐</source>
        <translation>branch in step</translation>
    </message>
    <message>
        <source>{0} 分钟前与网点对齐</source>
        <translation>in step with the branch {0} min ago</translation>
    </message>
    <message>
        <source>有账本对不上，请告诉管理员</source>
        <translation>a journal does not match: tell the administrator</translation>
    </message>
    <message>
        <source>{0} 条网点存不下内容，请告诉管理员</source>
        <translation>{0} too much for the branch; tell the administrator</translation>
    </message>
    <message>
        <source>（{0} 对齐过</source>
        <translation> (in step at {0}</translation>
    </message>
    <message>
        <source>）</source>
        <translation>)</translation>
    </message>
    <message>
        <source>，{0} 条待传</source>
        <translation>, {0} to send</translation>
    </message>
    <message>
        <source>读证 就绪</source>
        <translation>Reader ready</translation>
    </message>
    <message>
        <source>读证 没有连上</source>
        <translation>Reader not connected</translation>
    </message>
    <message>
        <source>{0} 份未打出，见左栏</source>
        <translation>{0} not printed, see the left pane</translation>
    </message>
    <message>
        <source>{0} 份未打出，请本窗口柜员处理</source>
        <translation>{0} not printed, the teller here sees to it</translation>
    </message>
    <message>
        <source>打印中 {0} 份</source>
        <translation>Printing {0}</translation>
    </message>
    <message>
        <source>打印机 正常</source>
        <translation>Printer ready</translation>
    </message>
</context>
<context>
    <name>StepActions</name>
    <message>
        <source>补流水号</source>
        <translation>Add the serial</translation>
    </message>
    <message>
        <source>没打出的单据</source>
        <translation>Papers not printed</translation>
    </message>
    <message>
        <source>转交（受限）</source>
        <translation>Pass on (restricted)</translation>
    </message>
    <message>
        <source>请先办结、挂起（F7）或结束这次到店</source>
        <translation>First finish, park (F7) or end this visit</translation>
    </message>
    <message>
        <source>接待下一位</source>
        <translation>Receive the next</translation>
    </message>
    <message>
        <source>挂起清单</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>结束到店</source>
        <translation>End the visit</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>请主管</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>由本窗继续</source>
        <translation>Go on here</translation>
    </message>
    <message>
        <source>请他转交</source>
        <translation>Ask for it</translation>
    </message>
    <message>
        <source>工作状态</source>
        <translation>State of work</translation>
    </message>
    <message>
        <source>挂起，客户先走</source>
        <translation>Park, customer goes</translation>
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
        <source>话术开关</source>
        <translation>Script on or off</translation>
    </message>
    <message>
        <source>送核心</source>
        <translation>To the core</translation>
    </message>
    <message>
        <source>打印签字单</source>
        <translation>Print a form</translation>
    </message>
    <message>
        <source>记身份核查</source>
        <translation>Record an identity check</translation>
    </message>
    <message>
        <source>取消这笔业务</source>
        <translation>Cancel this case</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步：{step}</source>
        <translation>Next: {step}</translation>
    </message>
    <message>
        <source>这笔业务已经结束，这里只能看</source>
        <translation>This case has ended; here it is read-only</translation>
    </message>
    <message>
        <source>{who}，这里只能看。要接着办，按 Alt+A 请他转交；人或电脑不在，按 Alt+T 请主管批准接管</source>
        <translation>{who}; here it can only be looked at. To go on, Alt+A asks for it; if the person or the PC is gone, Alt+T asks the supervisor to approve taking over</translation>
    </message>
    <message>
        <source>同一业务在 {windows} 号窗同时继续：{both}。先当面说好由谁办，再由那个窗口按 Alt+T，或请主管在日志里指定；确认过的两边都在</source>
        <translation>The same case goes on at windows {windows}: {both}. Agree who serves it, then that window presses Alt+T, or the supervisor decides in the log; what either confirmed is kept</translation>
    </message>
    <message>
        <source>{who} 在 {window} 号窗口办，{since} 起</source>
        <translation>{who} serves it at window {window} since {since}</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>跳到走过的步</source>
        <translation>go to a step reached</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>侧条</source>
        <translation>Strip</translation>
    </message>
    <message>
        <source>展开</source>
        <translation>Unfold</translation>
    </message>
</context>
<context>
    <name>StripActs</name>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message>
        <source>侧条&#x3000;{window} 号</source>
        <translation>Strip {window}</translation>
    </message>
    <message>
        <source>F 键此刻归核心系统；{keys} 随时可用</source>
        <translation>The F keys are the core&apos;s now; {keys} act at any time</translation>
    </message>
    <message>
        <source>键只在侧条有焦点时起作用，点一下侧条就回来</source>
        <translation>Keys act only while the strip has the focus; a click brings it back</translation>
    </message>
    <message>
        <source>键盘在核心系统</source>
        <translation>Keys: core</translation>
    </message>
    <message>
        <source>展开</source>
        <translation>Unfold</translation>
    </message>
    <message>
        <source>锁</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>StripFoot</name>
    <message>
        <source>换状态</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>已保存 {at}</source>
        <translation>Saved {at}</translation>
    </message>
    <message>
        <source>{state}，不会自动锁屏</source>
        <translation>{state}: no automatic lock</translation>
    </message>
    <message>
        <source>没有人动键盘就自动锁屏</source>
        <translation>Locks when nobody types</translation>
    </message>
</context>
<context>
    <name>StripHead</name>
    <message>
        <source>快办&#x3000;已按 {count} 键，最多 {most}</source>
        <translation>Express, {count} keys of {most}</translation>
    </message>
</context>
<context>
    <name>StripWork</name>
    <message>
        <source>窗口没有客户。接待下一位按 {key}</source>
        <translation>Nobody is at the window. {key} receives the next customer</translation>
    </message>
    <message>
        <source>{result}。接待下一位按 {call}；单据和接下来的事，展开看：{key}</source>
        <translation>{result}. {call} receives the next customer; papers and next steps are on the whole desk: {key}</translation>
    </message>
    <message>
        <source>这一页要展开来看：{key}</source>
        <translation>This page needs the whole desk: {key}</translation>
    </message>
    <message>
        <source>“{step}”这一步要填的多，展开来办：{key}。已填的都在</source>
        <translation>There is more to fill in at &quot;{step}&quot;; unfold the desk: {key}. Nothing typed is lost</translation>
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
    <name>TakeOverDialog</name>
    <message>
        <source>由主管交接</source>
        <translation>Hand over by supervisor</translation>
    </message>
    <message>
        <source>{name} 会被签退，没办完的业务留在待接手里</source>
        <translation>{name} is signed off; open cases wait to be taken over</translation>
    </message>
    <message>
        <source>主管工号</source>
        <translation>Supervisor&apos;s number</translation>
    </message>
    <message>
        <source>主管密码</source>
        <translation>Supervisor&apos;s password</translation>
    </message>
    <message>
        <source>可以粘贴</source>
        <translation>You may paste</translation>
    </message>
    <message>
        <source>交接</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>请输入主管工号</source>
        <translation>Enter the supervisor&apos;s number</translation>
    </message>
    <message>
        <source>请输入主管密码</source>
        <translation>Enter the supervisor&apos;s password</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>接管 {number}</source>
        <translation>Take over {number}</translation>
    </message>
    <message>
        <source>{held}。接管后由下面这位接着办；确认过的都在，没填完的留在原来的电脑上</source>
        <translation>{held}. The colleague below goes on after the take-over; everything confirmed is there, what was half typed stays on the other PC</translation>
    </message>
    <message>
        <source>交给谁（工号）</source>
        <translation>To whom (staff number)</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>没有这位柜员，请核对工号</source>
        <translation>No such teller, check the number</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Say why</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>转交给 {who}</source>
        <translation>Hand over to {who}</translation>
    </message>
    <message>
        <source>没填完的一起转过去</source>
        <translation>What is half typed goes along</translation>
    </message>
    <message>
        <source>现在不行</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>对方会看到</source>
        <translation>Your colleague will see it</translation>
    </message>
    <message>
        <source>{window} 号窗口请转交 {number}</source>
        <translation>Window {window} asks for {number}</translation>
    </message>
    <message>
        <source>请主管批准接管</source>
        <translation>Ask approval to take over</translation>
    </message>
    <message>
        <source>写明为什么要接管；同事没填完的留在他的电脑上，确认过的都在</source>
        <translation>Say why you take over; what your colleague half typed stays on that PC, everything confirmed is there</translation>
    </message>
    <message>
        <source>没有批准：{comment}</source>
        <translation>Not approved: {comment}</translation>
    </message>
    <message>
        <source>已请 {staff} 转交 {number}，转来后在左栏“交给我”</source>
        <translation>{staff} was asked for {number}; once given it stands at the left under “Given to me”</translation>
    </message>
    <message>
        <source>{number} 已转交</source>
        <translation>{number} was handed over</translation>
    </message>
</context>
<context>
    <name>TakingOver</name>
    <message>
        <source>请先选一笔业务</source>
        <translation>Choose a case first</translation>
    </message>
    <message>
        <source>这笔业务已经结束</source>
        <translation>This case has ended</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>{number} 已交给 {staff}</source>
        <translation>{number} was given to {staff}</translation>
    </message>
</context>
<context>
    <name>TerminalCard</name>
    <message>
        <source>本终端</source>
        <translation>This terminal</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Last time</translation>
    </message>
</context>
<context>
    <name>TerminalWindow</name>
    <message>
        <source>终端</source>
        <translation>Terminal</translation>
    </message>
</context>
<context>
    <name>ThenCard</name>
    <message>
        <source>只读，已脱敏</source>
        <translation>Read-only, masked</translation>
    </message>
    <message>
        <source>页面当时的样子</source>
        <translation>The page as it was</translation>
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
    <name>VerifyDialog</name>
    <message>
        <source>记身份核查</source>
        <translation>Record an identity check</translation>
    </message>
    <message>
        <source>核查什么</source>
        <translation>What is checked</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>怎样接着办</source>
        <translation>How to go on</translation>
    </message>
    <message>
        <source>编号或佐证</source>
        <translation>Reference or support</translation>
    </message>
    <message>
        <source>可不填</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>请选核查什么和结果</source>
        <translation>Choose what is checked and the result</translation>
    </message>
    <message>
        <source>核查不一致的，请选怎样接着办</source>
        <translation>The check does not agree: choose how to go on</translation>
    </message>
</context>
<context>
    <name>VisitErrands</name>
    <message>
        <source>{number} 已转交</source>
        <translation>{number} handed over</translation>
    </message>
    <message>
        <source>{number} 告知单已给，客户再来时报编号</source>
        <translation>{number}: notice given; the customer comes back with the number</translation>
    </message>
    <message>
        <source>{number} 已挂起</source>
        <translation>{number} parked</translation>
    </message>
    <message>
        <source>先按 F2 接待，再查找客户</source>
        <translation>Receive with F2 first, then find the customer</translation>
    </message>
</context>
<context>
    <name>WaitingCopies</name>
    <message>
        <source>没有等人处理的单据</source>
        <translation>No paper waits for you</translation>
    </message>
    <message>
        <source>没打出的单据</source>
        <translation>Papers not printed</translation>
    </message>
    <message>
        <source>{paper} 正在打印</source>
        <translation>{paper} is being printed</translation>
    </message>
    <message>
        <source>现在打</source>
        <translation>Print it now</translation>
    </message>
    <message>
        <source>客户还在，或要留底</source>
        <translation>The customer is here, or we keep it</translation>
    </message>
    <message>
        <source>不打了</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>记下没有打出</source>
        <translation>Recorded as not printed</translation>
    </message>
    <message>
        <source>已打好</source>
        <translation>It came out</translation>
    </message>
    <message>
        <source>纸在手里</source>
        <translation>The paper is in hand</translation>
    </message>
    <message>
        <source>再打</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>没有出纸</source>
        <translation>No paper came out</translation>
    </message>
    <message>
        <source>{paper} 已记下：打好了</source>
        <translation>{paper} recorded: it came out</translation>
    </message>
    <message>
        <source>{paper} 已送去打印</source>
        <translation>{paper} sent to the printer</translation>
    </message>
    <message>
        <source>{paper} 已记下：不打了</source>
        <translation>{paper} recorded: not printed</translation>
    </message>
</context>
<context>
    <name>WeightSection</name>
    <message>
        <source>为什么升为标准</source>
        <translation>Why it goes the standard way</translation>
    </message>
    <message>
        <source>为什么是快办</source>
        <translation>Why it is express</translation>
    </message>
    <message>
        <source>已填的都在，往下一步步办</source>
        <translation>Nothing typed is lost; go on step by step</translation>
    </message>
    <message>
        <source>任何一条变了，自动升为标准并说明</source>
        <translation>If one of these changes it goes the standard way, and says so</translation>
    </message>
    <message>
        <source>还没填</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>超出快办</source>
        <translation>beyond express</translation>
    </message>
    <message>
        <source>快办范围内</source>
        <translation>within express</translation>
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
    <name>approvals</name>
    <message>
        <source>这份材料容缺，后补</source>
        <translation>This paper is deferred</translation>
    </message>
    <message>
        <source>接着办同事手里的业务</source>
        <translation>Go on with a colleague&apos;s case</translation>
    </message>
    <message>
        <source>过了当天再补打</source>
        <translation>Reprint after the day</translation>
    </message>
    <message>
        <source>取消已办结的业务</source>
        <translation>Cancel a completed case</translation>
    </message>
    <message>
        <source>劝阻后客户坚持要办</source>
        <translation>The customer goes on against advice</translation>
    </message>
    <message>
        <source>密码连错多次，放行</source>
        <translation>Release after wrong passwords</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>为什么要</source>
        <translation>Why it is needed</translation>
    </message>
    <message>
        <source>后补期限</source>
        <translation>Due by</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>在谁手里</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>从何时起</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>接管原因</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>取消原因</source>
        <translation>Reason for cancelling</translation>
    </message>
    <message>
        <source>要留意的回答</source>
        <translation>Answers to heed</translation>
    </message>
    <message>
        <source>客户签名的提示书</source>
        <translation>Notice the customer signed</translation>
    </message>
    <message>
        <source>单据编号</source>
        <translation>Paper number</translation>
    </message>
    <message>
        <source>开出日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>已打份数</source>
        <translation>Copies so far</translation>
    </message>
    <message>
        <source>补打原因</source>
        <translation>Reason for the reprint</translation>
    </message>
</context>
<context>
    <name>beside</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>What</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>到</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>{window} 号窗口</source>
        <translation>window {window}</translation>
    </message>
    <message>
        <source>到店</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>工作状态</source>
        <translation>Work state</translation>
    </message>
    <message>
        <source>申请批准</source>
        <translation>Approval asked</translation>
    </message>
</context>
<context>
    <name>branch</name>
    <message>
        <source>终端</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>最近来过</source>
        <translation>Last seen</translation>
    </message>
    <message>
        <source>网点已存</source>
        <translation>Stored</translation>
    </message>
    <message>
        <source>待传</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>本机未收</source>
        <translation>Not here yet</translation>
    </message>
    <message>
        <source>程序版本</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>时钟差</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>签名</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>隔离</source>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>{number} 本机</source>
        <translation>{number} this PC</translation>
    </message>
    <message>
        <source>这台电脑没有加入网点库，只有本机的记录</source>
        <translation>This PC has not joined a branch; only its own records are here</translation>
    </message>
    <message>
        <source>本机还没有与网点库对齐过，{waiting} 条待传</source>
        <translation>This PC has not agreed with the branch yet, {waiting} entries wait</translation>
    </message>
    <message>
        <source>{name}  本机 {at} 与网点库对齐（{age}前），{waiting} 条待传</source>
        <translation>{name}  this PC agreed with the branch at {at} ({age} ago), {waiting} entries wait</translation>
    </message>
    <message>
        <source>；往日记录还在传：{done} / {of} 条</source>
        <translation>; past records are still coming: {done} / {of}</translation>
    </message>
    <message>
        <source>；先传客户，已到 {customers} 位；往日记录 {done} / {of} 条</source>
        <translation>; customers first, {customers} are here; past entries {done} / {of}</translation>
    </message>
    <message>
        <source>；账本 {maker} 做的快照与 {entry} 不符，已弃用</source>
        <translation>; the snapshot made by journal {maker} does not agree with {entry} and was dropped</translation>
    </message>
    <message>
        <source>；{n} 条的内容服务器存不下，在隔离里留着</source>
        <translation>; of {n} the server cannot hold what they say: it is kept in quarantine</translation>
    </message>
    <message>
        <source>网点库里有本机账本的另一份：这台电脑像是复制过，或从旧备份恢复过。业务照常办理；请管理员签退、关掉窗口后，在这台电脑上运行 main.py branch go-on --staff 工号，在新日志里接着办</source>
        <translation>The branch holds another copy of this PC&apos;s journal: this PC seems to have been copied, or restored from an older backup. Work goes on; an administrator signs off, closes the window and runs main.py branch go-on --staff NUMBER on this PC, to go on in a new journal</translation>
    </message>
    <message>
        <source>{n} 秒</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>还没来过</source>
        <translation>Never seen</translation>
    </message>
    <message>
        <source>{age}前</source>
        <translation>{age} ago</translation>
    </message>
    <message>
        <source>准</source>
        <translation>right</translation>
    </message>
    <message>
        <source>快 {age}</source>
        <translation>{age} fast</translation>
    </message>
    <message>
        <source>慢 {age}</source>
        <translation>{age} slow</translation>
    </message>
    <message>
        <source>对不上，已停收</source>
        <translation>Do not match</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>No entries yet</translation>
    </message>
    <message>
        <source>还没收到</source>
        <translation>Not here yet</translation>
    </message>
    <message>
        <source>作保的是另一把</source>
        <translation>Other than vouched</translation>
    </message>
    <message>
        <source>相符，没有作保</source>
        <translation>Not vouched</translation>
    </message>
    <message>
        <source>相符，已作保</source>
        <translation>Vouched</translation>
    </message>
    <message>
        <source>{mark}（{who}作保）</source>
        <translation>{mark} (vouched by {who})</translation>
    </message>
    <message>
        <source>终端 {number} 的签名钥匙 {marks}</source>
        <translation>Signing key of terminal {number}: {marks}</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>打开一本日志</source>
        <translation>A journal opened</translation>
    </message>
    <message>
        <source>建立网点</source>
        <translation>Branch founded</translation>
    </message>
    <message>
        <source>确认日期</source>
        <translation>Date confirmed</translation>
    </message>
    <message>
        <source>装入一份规程，等启用</source>
        <translation>A procedure loaded, waiting</translation>
    </message>
    <message>
        <source>启用一份规程</source>
        <translation>A procedure put in force</translation>
    </message>
    <message>
        <source>登记人员</source>
        <translation>Staff member registered</translation>
    </message>
    <message>
        <source>给岗位</source>
        <translation>Role given</translation>
    </message>
    <message>
        <source>收回岗位</source>
        <translation>Role taken back</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Password set</translation>
    </message>
    <message>
        <source>停用账号</source>
        <translation>Account closed</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>没有签到成</source>
        <translation>Sign-on refused</translation>
    </message>
    <message>
        <source>准许再试密码</source>
        <translation>Allowed to try the password again</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Signed off</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlocked</translation>
    </message>
    <message>
        <source>离开键盘办事</source>
        <translation>Busy away from the keyboard</translation>
    </message>
    <message>
        <source>回到键盘</source>
        <translation>Back at the keyboard</translation>
    </message>
    <message>
        <source>看过一个完整号码</source>
        <translation>A number looked at in full</translation>
    </message>
    <message>
        <source>登记一位客户</source>
        <translation>Customer registered</translation>
    </message>
    <message>
        <source>更改客户资料</source>
        <translation>Customer&apos;s details changed</translation>
    </message>
    <message>
        <source>把两份客户资料并成一位</source>
        <translation>Two records of a customer joined</translation>
    </message>
    <message>
        <source>记下后续事项</source>
        <translation>Follow-up noted</translation>
    </message>
    <message>
        <source>后续事项办好</source>
        <translation>Follow-up done</translation>
    </message>
    <message>
        <source>后续事项转给别人</source>
        <translation>Follow-up passed on</translation>
    </message>
    <message>
        <source>请同事转交业务</source>
        <translation>Hand-over asked for</translation>
    </message>
    <message>
        <source>答复转交</source>
        <translation>Hand-over answered</translation>
    </message>
    <message>
        <source>静默求助</source>
        <translation>Silent call for help</translation>
    </message>
    <message>
        <source>答复求助</source>
        <translation>Call for help answered</translation>
    </message>
    <message>
        <source>转给专人处理</source>
        <translation>Passed to whoever handles it</translation>
    </message>
    <message>
        <source>联系警方</source>
        <translation>Police contacted</translation>
    </message>
    <message>
        <source>有权机关持文书来</source>
        <translation>An authority came with an order</translation>
    </message>
    <message>
        <source>窗口日终</source>
        <translation>Window closed for the day</translation>
    </message>
    <message>
        <source>窗口日终后又办</source>
        <translation>Work after the window&apos;s close</translation>
    </message>
    <message>
        <source>当日备注</source>
        <translation>Remark on the day</translation>
    </message>
    <message>
        <source>日终签字</source>
        <translation>Day signed off</translation>
    </message>
    <message>
        <source>签字后又有变动</source>
        <translation>Changed after the signature</translation>
    </message>
    <message>
        <source>发出应急单</source>
        <translation>Emergency forms given out</translation>
    </message>
    <message>
        <source>补录一张应急单</source>
        <translation>Emergency form entered</translation>
    </message>
    <message>
        <source>导出文件</source>
        <translation>File exported</translation>
    </message>
    <message>
        <source>文件没有导出成</source>
        <translation>File not exported</translation>
    </message>
    <message>
        <source>接纳一台终端</source>
        <translation>Terminal admitted</translation>
    </message>
    <message>
        <source>为一台终端的签名作保</source>
        <translation>A terminal&apos;s key vouched for</translation>
    </message>
    <message>
        <source>作废一台终端</source>
        <translation>Terminal revoked</translation>
    </message>
    <message>
        <source>在新日志里接着办</source>
        <translation>Went on in a new journal</translation>
    </message>
    <message>
        <source>依法删除</source>
        <translation>Erased by law</translation>
    </message>
    <message>
        <source>做了备份</source>
        <translation>Backup made</translation>
    </message>
    <message>
        <source>试过备份</source>
        <translation>Backup tried</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restored from a backup</translation>
    </message>
    <message>
        <source>发现账本分岔</source>
        <translation>Fork of a journal found</translation>
    </message>
    <message>
        <source>隔离的一条照记</source>
        <translation>A quarantined entry entered again</translation>
    </message>
    <message>
        <source>隔离的一条不算</source>
        <translation>A quarantined entry dropped</translation>
    </message>
    <message>
        <source>来访</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>客户资料</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>后续事项</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>批准</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>一笔业务</source>
        <translation>A case</translation>
    </message>
    <message>
        <source>不属于业务</source>
        <translation>No case</translation>
    </message>
</context>
<context>
    <name>camera</name>
    <message>
        <source>录像 {name} {at}</source>
        <translation>Camera {name} {at}</translation>
    </message>
    <message>
        <source>快 {count} 秒</source>
        <translation>{count} s fast</translation>
    </message>
    <message>
        <source>慢 {count} 秒</source>
        <translation>{count} s slow</translation>
    </message>
</context>
<context>
    <name>care</name>
    <message>
        <source>1 是</source>
        <translation>1 Yes</translation>
    </message>
    <message>
        <source>2 不是</source>
        <translation>2 No</translation>
    </message>
    <message>
        <source>3 说不清</source>
        <translation>3 Not sure</translation>
    </message>
    <message>
        <source>接着办</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>今天不办</source>
        <translation>Not today</translation>
    </message>
    <message>
        <source>延时到账</source>
        <translation>Delayed arrival</translation>
    </message>
    <message>
        <source>等家人</source>
        <translation>Wait for family</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>客户坚持要办</source>
        <translation>Goes on against advice</translation>
    </message>
    <message>
        <source>要留意</source>
        <translation>Heed this</translation>
    </message>
    <message>
        <source>联网核查</source>
        <translation>Online check</translation>
    </message>
    <message>
        <source>人证一致</source>
        <translation>Face matches paper</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>没有照片</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>不一致</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>查不到号码</source>
        <translation>Number not found</translation>
    </message>
    <message>
        <source>系统没有回答</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>读卡器再读</source>
        <translation>Read the chip again</translation>
    </message>
    <message>
        <source>其他证件佐证</source>
        <translation>Another paper supports</translation>
    </message>
    <message>
        <source>请第二人看</source>
        <translation>A second person looks</translation>
    </message>
    <message>
        <source>开核查结果证明</source>
        <translation>Give a result letter</translation>
    </message>
    <message>
        <source>双人手工审核</source>
        <translation>Two people check by hand</translation>
    </message>
    <message>
        <source>事后补核</source>
        <translation>Check later</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>已转交</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>在 {windows} 号窗同时继续</source>
        <translation>Goes on at windows {windows}</translation>
    </message>
    <message>
        <source>{who} 在 {window} 号窗，{since} 起</source>
        <translation>{who} at window {window} since {since}</translation>
    </message>
    <message>
        <source>补录</source>
        <translation>Late entry</translation>
    </message>
    <message>
        <source>补录 {state}</source>
        <translation>Late entry, {state}</translation>
    </message>
    <message>
        <source>{at} {who} 补流水号</source>
        <translation>Serial added {at} {who}</translation>
    </message>
    <message>
        <source>挂起 {minutes} 分</source>
        <translation>Parked {minutes} min</translation>
    </message>
    <message>
        <source>{state}，{exception}</source>
        <translation>{state}, {exception}</translation>
    </message>
    <message>
        <source>{first}，另 {count} 项</source>
        <translation>{first}, and {count} more</translation>
    </message>
</context>
<context>
    <name>checklist</name>
    <message>
        <source>补来</source>
        <translation>Bring later</translation>
    </message>
    <message>
        <source>打告知单，凭编号续办</source>
        <translation>Print notice, number</translation>
    </message>
    <message>
        <source>{count} 种里选一种</source>
        <translation>One of {count}</translation>
    </message>
    <message>
        <source>用替代材料</source>
        <translation>Use an alternative</translation>
    </message>
    <message>
        <source>{day} 前补，须主管批准</source>
        <translation>By {day}, if approved</translation>
    </message>
    <message>
        <source>容缺受理</source>
        <translation>Accept now</translation>
    </message>
    <message>
        <source>容缺，{day} 前补</source>
        <translation>Deferred until {day}</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>没有收下</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>不能用</source>
        <translation>Not usable</translation>
    </message>
    <message>
        <source>有效期待填</source>
        <translation>Expiry to be entered</translation>
    </message>
    <message>
        <source>末四位待填</source>
        <translation>Last four signs to be entered</translation>
    </message>
    <message>
        <source>原件已见，待复印</source>
        <translation>Original seen, to be copied</translation>
    </message>
    <message>
        <source>先问清</source>
        <translation>Ask first</translation>
    </message>
    <message>
        <source>可不带</source>
        <translation>Need not be brought</translation>
    </message>
    <message>
        <source>未看</source>
        <translation>Not seen</translation>
    </message>
    <message>
        <source>替代材料已见</source>
        <translation>Alternative seen</translation>
    </message>
    <message>
        <source>原件已见，已复印</source>
        <translation>Original seen, copied</translation>
    </message>
    <message>
        <source>原件已见</source>
        <translation>Original seen</translation>
    </message>
    <message>
        <source>复印件已收</source>
        <translation>Copy taken</translation>
    </message>
    <message>
        <source>已填好</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>已看过</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>要先知道：{facts}</source>
        <translation>To know first: {facts}</translation>
    </message>
    <message>
        <source>有效期至 {day}</source>
        <translation>Valid until {day}</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>可替代</source>
        <translation>Instead</translation>
    </message>
    <message>
        <source>谁可送来</source>
        <translation>Who may bring</translation>
    </message>
    <message>
        <source>何时要</source>
        <translation>When needed</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>{titles}等</source>
        <translation>{titles} and more</translation>
    </message>
    <message>
        <source>{count} 项不适用</source>
        <translation>{count} not needed</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>{title}（本次不需要）</source>
        <translation>{title} (not needed this time)</translation>
    </message>
    <message>
        <source>{title}（只在这时要：{when}）</source>
        <translation>{title} (only when: {when})</translation>
    </message>
</context>
<context>
    <name>content</name>
    <message>
        <source>业务或文件</source>
        <translation>Service or file</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>What</translation>
    </message>
    <message>
        <source>读不懂的文件</source>
        <translation>Files that cannot be read</translation>
    </message>
    <message>
        <source>等待启用</source>
        <translation>Waiting to be put in force</translation>
    </message>
    <message>
        <source>{place}：{what}。其余规程照常</source>
        <translation>{place}: {what}. The other procedures go on</translation>
    </message>
    <message>
        <source>{place}：{what}。共 {count} 处，其余规程照常</source>
        <translation>{place}: {what}. {count} in all; the other procedures go on</translation>
    </message>
    <message>
        <source>{file} 第 {line} 行</source>
        <translation>{file} line {line}</translation>
    </message>
    <message>
        <source>新的</source>
        <translation>New</translation>
    </message>
    <message>
        <source>代替 {edition}</source>
        <translation>Instead of {edition}</translation>
    </message>
</context>
<context>
    <name>customer</name>
    <message>
        <source>首次登记</source>
        <translation>First registered</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>身份资料</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>服务需要</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>证件种类</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>有效期到</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>出生年份</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
</context>
<context>
    <name>damaged</name>
    <message>
        <source>本机数据文件少了已经存好的记录</source>
        <translation>The data file lacks records that were saved</translation>
    </message>
    <message>
        <source>本机数据文件不见了</source>
        <translation>The data file of this PC is gone</translation>
    </message>
    <message>
        <source>本机数据文件有损坏</source>
        <translation>The data file of this PC is damaged</translation>
    </message>
    <message>
        <source>数据文件第 {place} 页的内容被改动过，或者没有写全</source>
        <translation>Page {place} of the data file was changed, or not wholly written</translation>
    </message>
    <message>
        <source>数据文件读不下去（{place}）</source>
        <translation>The data file cannot be read on ({place})</translation>
    </message>
    <message>
        <source>数据文件的内部结构乱了（{place}）</source>
        <translation>The inner structure of the data file is broken ({place})</translation>
    </message>
    <message>
        <source>数据文件的结构和本程序的不同（{place}）</source>
        <translation>The data file is not built as this program builds it ({place})</translation>
    </message>
    <message>
        <source>第 {place} 条记录和前后接不上，可能被人改过</source>
        <translation>Record {place} does not fit the ones around it; somebody may have changed it</translation>
    </message>
    <message>
        <source>存下的单据内容变了（{place}）</source>
        <translation>The content of a kept paper has changed ({place})</translation>
    </message>
    <message>
        <source>清单里的 {place} 和记录不一致</source>
        <translation>{place} in the lists does not agree with the records</translation>
    </message>
    <message>
        <source>第 {place} 条记录已经存好过，文件里却没有</source>
        <translation>Record {place} was saved and is not in the file</translation>
    </message>
    <message>
        <source>旁边的核对文件 {place} 不在，或者读不出来</source>
        <translation>The check file {place} beside it is gone or cannot be read</translation>
    </message>
    <message>
        <source>文件夹里没有 {place}</source>
        <translation>{place} is not in the folder</translation>
    </message>
    <message>
        <source>再次查过，没有发现损坏，请按“再打开一次”</source>
        <translation>Looked through again and nothing was found; press “Open again”</translation>
    </message>
    <message>
        <source>{place}（{code}）</source>
        <translation>{place} ({code})</translation>
    </message>
    <message>
        <source>数据是程序 {detail} 版写的，本机是 {program} 版。装上 {detail} 版或更新的，再打开</source>
        <translation>The data was written by program version {detail}; this PC has version {program}. Install version {detail} or a later one, then open again</translation>
    </message>
    <message>
        <source>请删去或移走这个磁盘上别的文件，再打开。本程序的文件夹 {folder} 不要动</source>
        <translation>Delete or move other files on this disk, then open again. Leave this program&apos;s folder {folder} alone</translation>
    </message>
    <message>
        <source>请看磁盘有没有接好、这个用户能不能写 {folder}，再打开</source>
        <translation>See that the disk is connected and that this user may write to {folder}, then open again</translation>
    </message>
    <message>
        <source>请到已经开着的窗口去，或关掉它再打开这里</source>
        <translation>Go to the window that is open already, or close it and open here again</translation>
    </message>
    <message>
        <source>首次设置没有做完。请系统管理员来看 {folder}</source>
        <translation>The first set-up was not finished. Ask an administrator to look at {folder}</translation>
    </message>
    <message>
        <source>请取来恢复单，运行 main.py recover --home {folder}，照单输入，再打开</source>
        <translation>Fetch the recovery sheet, run main.py recover --home {folder}, type what the sheet says, then open again</translation>
    </message>
    <message>
        <source>请系统管理员来看 {folder}，再打开</source>
        <translation>Ask an administrator to look at {folder}, then open again</translation>
    </message>
    <message>
        <source>数据文件有损坏，只看不写。这里是副本和完好的记录，坏了的不在里面</source>
        <translation>The data file is damaged: look only, nothing is written. Here are the copy and the sound records; what is broken is not among them</translation>
    </message>
    <message>
        <source>正在查哪里坏了，可以先看，也可以直接接着用</source>
        <translation>Looking for what is broken. You may look at the data or go on meanwhile</translation>
    </message>
    <message>
        <source>{first}。一共 {count} 处</source>
        <translation>{first}. {count} places in all</translation>
    </message>
    <message>
        <source>正在查</source>
        <translation>Looking</translation>
    </message>
    <message>
        <source>没有可用的副本，只能用文件里完好的部分</source>
        <translation>There is no good copy; only what is sound in the file can be used</translation>
    </message>
    <message>
        <source>{day} 做的副本，核对过，是好的</source>
        <translation>Copy of {day}, verified, sound</translation>
    </message>
    <message>
        <source>从坏文件里取出 {taken} 条记录</source>
        <translation>{taken} records from the damaged file</translation>
    </message>
    <message>
        <source>{day} 的副本 {copied} 条，坏文件里完好的 {taken} 条</source>
        <translation>{copied} records of the copy of {day}, {taken} sound ones from the damaged file</translation>
    </message>
    <message>
        <source>业务 {number}</source>
        <translation>Case {number}</translation>
    </message>
    <message>
        <source>第 {first} 条到第 {last} 条记录，共 {count} 条</source>
        <translation>Records {first} to {last}, {count} in all</translation>
    </message>
    <message>
        <source>第 {first} 条记录</source>
        <translation>Record {first}</translation>
    </message>
    <message>
        <source>第 {seq} 条记录：记下了有这回事，内容没有了</source>
        <translation>Record {seq}: that it was made is known, what it said is not</translation>
    </message>
    <message>
        <source>第 {seq} 条记录：读得出，但接不上，没有采用</source>
        <translation>Record {seq}: readable, but fits nowhere, not used</translation>
    </message>
    <message>
        <source>没有缺少。今后的受理编号以 {prefix} 开头</source>
        <translation>Nothing is missing. Case numbers begin with {prefix} from now on</translation>
    </message>
    <message>
        <source>请对照纸质回执和核心流水补记。今后的受理编号以 {prefix} 开头，不会和以前的重复</source>
        <translation>Please enter these again from paper receipts and the core&apos;s journal. Case numbers begin with {prefix} from now on and repeat no earlier one</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>数据修复记录 {now}</source>
        <translation>Record of a data repair, {now}</translation>
    </message>
    <message>
        <source>坏文件留在：{kept}</source>
        <translation>The damaged file is kept in: {kept}</translation>
    </message>
    <message>
        <source>已接上：{saved}</source>
        <translation>Joined: {saved}</translation>
    </message>
    <message>
        <source>没有救回的：</source>
        <translation>Not saved:</translation>
    </message>
</context>
<context>
    <name>day</name>
    <message>
        <source>记账不明</source>
        <translation>Booking unclear</translation>
    </message>
    <message>
        <source>原件未还</source>
        <translation>Original not returned</translation>
    </message>
    <message>
        <source>流水未填</source>
        <translation>Serial missing</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>转来未接</source>
        <translation>Handed over, not taken</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>后续到期</source>
        <translation>Follow-up due</translation>
    </message>
    <message>
        <source>键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>未了</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>What</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Time used</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>用时：还没有办完的客户</source>
        <translation>Times: no visit has ended yet</translation>
    </message>
    <message>
        <source>{service}  受理 {taken}，办结 {done}</source>
        <translation>{service}  taken in {taken}, done {done}</translation>
    </message>
    <message>
        <source>不知打出没有</source>
        <translation>Not known whether it printed</translation>
    </message>
    <message>
        <source>还没打出</source>
        <translation>Not printed yet</translation>
    </message>
</context>
<context>
    <name>due</name>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>Handled by</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>已过期 {count}</source>
        <translation>Overdue: {count}</translation>
    </message>
    <message>
        <source>今天到期 {count}</source>
        <translation>Due today: {count}</translation>
    </message>
    <message>
        <source>过期 {days} 天</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>未签到转交</source>
        <translation>Not here: pass on</translation>
    </message>
    <message>
        <source>转交同事</source>
        <translation>Hand over to a colleague</translation>
    </message>
    <message>
        <source>办好了</source>
        <translation>Settled</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>客户到 {window} 号窗口</source>
        <translation>Customer came to window {window}</translation>
    </message>
    <message>
        <source>登记来人 {name}</source>
        <translation>Registered {name}</translation>
    </message>
    <message>
        <source>看过 {name} 的{paper}原件</source>
        <translation>Saw {name}&apos;s original: {paper}</translation>
    </message>
    <message>
        <source>客户离开：{outcome}</source>
        <translation>Customer left: {outcome}</translation>
    </message>
    <message>
        <source>开始办理 {service}</source>
        <translation>Started {service}</translation>
    </message>
    <message>
        <source>补录 {service}，应急单 {paper}，{happened} {staff}</source>
        <translation>Late entry of {service}, form {paper}, {happened} {staff}</translation>
    </message>
    <message>
        <source>来办的人：{persons}</source>
        <translation>Present: {persons}</translation>
    </message>
    <message>
        <source>问清需求：{fields}</source>
        <translation>Asked: {fields}</translation>
    </message>
    <message>
        <source>{item}：{outcome}</source>
        <translation>{item}: {outcome}</translation>
    </message>
    <message>
        <source>材料清单 {required} 项，缺 {missing} 项</source>
        <translation>{required} papers, {missing} missing</translation>
    </message>
    <message>
        <source>一次性告知，缺 {missing} 项</source>
        <translation>One-time notice, {missing} missing</translation>
    </message>
    <message>
        <source>{given_on} 的告知单不再认，改按 {edition} 版清单</source>
        <translation>Notice of {given_on} no longer counts, list {edition} followed</translation>
    </message>
    <message>
        <source>填好：{fields}</source>
        <translation>Filled: {fields}</translation>
    </message>
    <message>
        <source>{field} 由 {old} 改为 {new}</source>
        <translation>{field} changed from {old} to {new}</translation>
    </message>
    <message>
        <source>核对：确认 {confirmed}，更正 {corrected}，未确认 {not_confirmed}</source>
        <translation>Read-back: {confirmed} confirmed, {corrected} corrected, {not_confirmed} open</translation>
    </message>
    <message>
        <source>转到核心系统</source>
        <translation>Gone to the core</translation>
    </message>
    <message>
        <source>核心流水号 {serial}</source>
        <translation>Core serial {serial}</translation>
    </message>
    <message>
        <source>补核心流水号 {serial}</source>
        <translation>Core serial added: {serial}</translation>
    </message>
    <message>
        <source>流水号稍后补</source>
        <translation>Serial later</translation>
    </message>
    <message>
        <source>核心记账：{answer}</source>
        <translation>Core booking: {answer}</translation>
    </message>
    <message>
        <source>核心授权：{authoriser}，{reference}，{at}</source>
        <translation>Authorised in the core: {authoriser}, {reference}, {at}</translation>
    </message>
    <message>
        <source>送核心一栏</source>
        <translation>Sent a value to the core</translation>
    </message>
    <message>
        <source>归还原件 {count} 件</source>
        <translation>{count} originals handed back</translation>
    </message>
    <message>
        <source>办结：{outcome}</source>
        <translation>Completed: {outcome}</translation>
    </message>
    <message>
        <source>出单 {paper}</source>
        <translation>Issued {paper}</translation>
    </message>
    <message>
        <source>{paper} 已送打印机</source>
        <translation>{paper} sent to the printer</translation>
    </message>
    <message>
        <source>{paper} 没打出来</source>
        <translation>{paper} was not printed</translation>
    </message>
    <message>
        <source>补打 {paper}，第 {copy_number} 份</source>
        <translation>Reprinted {paper}, copy {copy_number}</translation>
    </message>
    <message>
        <source>{paper} 第 {copy_number} 份：{answer}</source>
        <translation>{paper}, copy {copy_number}: {answer}</translation>
    </message>
    <message>
        <source>{check}：{result}</source>
        <translation>{check}: {result}</translation>
    </message>
    <message>
        <source>问清再办：问 {asked} 题，要留意 {alarms} 题</source>
        <translation>Care: {asked} questions asked, {alarms} answers to heed</translation>
    </message>
    <message>
        <source>给提示书 {paper}，客户没有签名</source>
        <translation>Warning {paper} handed over, not signed</translation>
    </message>
    <message>
        <source>给提示书 {paper}，客户签了名</source>
        <translation>Warning {paper} handed over and signed</translation>
    </message>
    <message>
        <source>问清后：{outcome}</source>
        <translation>After the questions: {outcome}</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>{window} 号窗口继续办理</source>
        <translation>Continued at window {window}</translation>
    </message>
    <message>
        <source>转交 {to_staff}</source>
        <translation>Handed over to {to_staff}</translation>
    </message>
    <message>
        <source>主管接管，交给 {to_staff}</source>
        <translation>Taken over by the supervisor, given to {to_staff}</translation>
    </message>
    <message>
        <source>撤回批准申请</source>
        <translation>Request for approval withdrawn</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>备注：{text}</source>
        <translation>Remark: {text}</translation>
    </message>
    <message>
        <source>{approver} 批准{matter}</source>
        <translation>{approver} approved {matter}</translation>
    </message>
    <message>
        <source>申请批准</source>
        <translation>Approval asked for</translation>
    </message>
    <message>
        <source>主管批准</source>
        <translation>Approved by supervisor</translation>
    </message>
    <message>
        <source>主管没有批准</source>
        <translation>Supervisor did not approve</translation>
    </message>
    <message>
        <source>办完了</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>还要再来</source>
        <translation>Comes again</translation>
    </message>
    <message>
        <source>没办就走了</source>
        <translation>Left before it was done</translation>
    </message>
    <message>
        <source>只咨询</source>
        <translation>Advice only</translation>
    </message>
    <message>
        <source>原件已见</source>
        <translation>Original seen</translation>
    </message>
    <message>
        <source>已见并复印</source>
        <translation>Seen and copied</translation>
    </message>
    <message>
        <source>用替代材料</source>
        <translation>Alternative used</translation>
    </message>
    <message>
        <source>没有收下</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>容缺后补</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>接着办</source>
        <translation>went on</translation>
    </message>
    <message>
        <source>今天不办</source>
        <translation>not today</translation>
    </message>
    <message>
        <source>改为延时到账</source>
        <translation>delayed arrival</translation>
    </message>
    <message>
        <source>请家人到场</source>
        <translation>family to come</translation>
    </message>
    <message>
        <source>已联系警方</source>
        <translation>police called</translation>
    </message>
    <message>
        <source>已记账</source>
        <translation>Booked</translation>
    </message>
    <message>
        <source>没有记账</source>
        <translation>Not booked</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>已受理，后面还有事</source>
        <translation>Accepted; more follows</translation>
    </message>
    <message>
        <source>当场办完</source>
        <translation>Done on the spot</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>a deferral</translation>
    </message>
    <message>
        <source>接手同事的业务</source>
        <translation>taking over a colleague&apos;s case</translation>
    </message>
    <message>
        <source>隔日补打</source>
        <translation>a reprint on a later day</translation>
    </message>
    <message>
        <source>取消已办结的业务</source>
        <translation>cancelling a completed case</translation>
    </message>
    <message>
        <source>密码重试</source>
        <translation>another try at the password</translation>
    </message>
    <message>
        <source>劝阻后坚持办理</source>
        <translation>went on against advice</translation>
    </message>
    <message>
        <source>已当场批准</source>
        <translation>approved on the spot</translation>
    </message>
    <message>
        <source>不用批了</source>
        <translation>not needed any more</translation>
    </message>
    <message>
        <source>已打好，纸在手里</source>
        <translation>it came out, the paper is in hand</translation>
    </message>
    <message>
        <source>送去打印</source>
        <translation>sent to the printer</translation>
    </message>
    <message>
        <source>不打了</source>
        <translation>let it be</translation>
    </message>
    <message>
        <source>联网核查</source>
        <translation>Online identity check</translation>
    </message>
    <message>
        <source>人证一致</source>
        <translation>Person matches paper</translation>
    </message>
    <message>
        <source>一致</source>
        <translation>agrees</translation>
    </message>
    <message>
        <source>没有照片</source>
        <translation>no photo</translation>
    </message>
    <message>
        <source>不一致</source>
        <translation>differs</translation>
    </message>
    <message>
        <source>查不到号码</source>
        <translation>number not found</translation>
    </message>
    <message>
        <source>系统没有回答</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>读卡器再读</source>
        <translation>read once more by the reader</translation>
    </message>
    <message>
        <source>其他证件佐证</source>
        <translation>another paper supports it</translation>
    </message>
    <message>
        <source>请第二人看</source>
        <translation>a second person looked</translation>
    </message>
    <message>
        <source>开核查结果证明</source>
        <translation>letter of proof</translation>
    </message>
    <message>
        <source>双人手工审核</source>
        <translation>checked by two people</translation>
    </message>
    <message>
        <source>事后补核</source>
        <translation>checked afterwards</translation>
    </message>
    <message>
        <source>核对时客户更正</source>
        <translation>Corrected by the customer</translation>
    </message>
    <message>
        <source>柜员更正</source>
        <translation>Corrected by the teller</translation>
    </message>
    <message>
        <source>办结后更正</source>
        <translation>Corrected after the end</translation>
    </message>
    <message>
        <source>打印给客户</source>
        <translation>Printed for the customer</translation>
    </message>
    <message>
        <source>只口头告知</source>
        <translation>Told aloud only</translation>
    </message>
    <message>
        <source>口头核对</source>
        <translation>Read back aloud</translation>
    </message>
    <message>
        <source>客户看屏核对</source>
        <translation>Checked on screen by the customer</translation>
    </message>
    <message>
        <source>内容不在本机</source>
        <translation>The content is not on this PC</translation>
    </message>
    <message>
        <source>内容已依法删除</source>
        <translation>The content was erased by law</translation>
    </message>
    <message>
        <source>由更新的程序写下，本机读不了</source>
        <translation>Written by a newer program; this one cannot read it</translation>
    </message>
    <message>
        <source>这条记录读不出来</source>
        <translation>This record cannot be read</translation>
    </message>
    <message>
        <source>一件本机叫不出名字的事</source>
        <translation>Something this PC has no name for</translation>
    </message>
    <message>
        <source>有效期到 {day}</source>
        <translation>Valid until {day}</translation>
    </message>
    <message>
        <source>拟 {day} 来</source>
        <translation>Will come {day}</translation>
    </message>
    <message>
        <source>原因：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>{number} 号终端</source>
        <translation>Terminal {number}</translation>
    </message>
    <message>
        <source>客户本人</source>
        <translation>Customer in person</translation>
    </message>
</context>
<context>
    <name>find</name>
    <message>
        <source>可能重复</source>
        <translation>Perhaps twice</translation>
    </message>
    <message>
        <source>按告知单临时接办</source>
        <translation>Take up from the notice</translation>
    </message>
    <message>
        <source>本机没有这笔业务</source>
        <translation>This PC does not hold this case</translation>
    </message>
    <message>
        <source>业务</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>客户都到了；往日的业务还在传，只查了已到本机的</source>
        <translation>All customers are here; past cases are still coming, and only those on this PC were searched</translation>
    </message>
    <message>
        <source>客户资料还在传，没查到的不等于没有，请稍后再查</source>
        <translation>Customers are still coming: whoever is not found may exist, please search again later</translation>
    </message>
    <message>
        <source>没有找到。可打受理编号、姓名、拼音首字母或号码后四位</source>
        <translation>Nothing found. Type a case number, a name, pinyin initials or the last four digits</translation>
    </message>
    <message>
        <source>只列前 {count} 个，请再多打几个字</source>
        <translation>Only the first {count}; type a few more signs</translation>
    </message>
    <message>
        <source>编号或姓名</source>
        <translation>Number or name</translation>
    </message>
    <message>
        <source>业务或证件</source>
        <translation>Service or document</translation>
    </message>
    <message>
        <source>客户或手机</source>
        <translation>Customer or mobile</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>客户 {count}</source>
        <translation>Customers: {count}</translation>
    </message>
    <message>
        <source>业务 {count}</source>
        <translation>Cases: {count}</translation>
    </message>
    <message>
        <source>资料不一致</source>
        <translation>Data in conflict</translation>
    </message>
</context>
<context>
    <name>group</name>
    <message>
        <source>办完 {done}，没办完 {open}</source>
        <translation>{done} done, {open} open</translation>
    </message>
    <message>
        <source>办完 {done}，没办完 {open}，共 {all} 人</source>
        <translation>{done} done, {open} open, {all} in all</translation>
    </message>
    <message>
        <source>第 {number} 人</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>第 {number} 人 / {all}</source>
        <translation>Person {number} / {all}</translation>
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
        <translation>Park</translation>
    </message>
    <message>
        <source>挂起，客户先走</source>
        <translation>Park, customer goes</translation>
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
    <message>
        <source>补流水号</source>
        <translation>Add the serial</translation>
    </message>
    <message>
        <source>没打出的单据</source>
        <translation>Papers not printed</translation>
    </message>
    <message>
        <source>到柜面</source>
        <translation>Go to the desk</translation>
    </message>
    <message>
        <source>到日志</source>
        <translation>Go to the log</translation>
    </message>
    <message>
        <source>到后续事项</source>
        <translation>Go to follow-ups</translation>
    </message>
    <message>
        <source>到我的资料</source>
        <translation>Go to my profile</translation>
    </message>
    <message>
        <source>到人员</source>
        <translation>To the staff</translation>
    </message>
    <message>
        <source>到规程</source>
        <translation>To the procedures</translation>
    </message>
    <message>
        <source>到日终</source>
        <translation>To day end</translation>
    </message>
    <message>
        <source>到求助</source>
        <translation>To calls for help</translation>
    </message>
    <message>
        <source>到待批准</source>
        <translation>To approvals</translation>
    </message>
    <message>
        <source>到网点</source>
        <translation>To the branch</translation>
    </message>
</context>
<context>
    <name>knowledge</name>
    <message>
        <source>一般 {minutes} 分钟</source>
        <translation>Usually {minutes} minutes</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>（{source}）</source>
        <translation> ({source})</translation>
    </message>
    <message>
        <source>问{number}</source>
        <translation>Q{number}</translation>
    </message>
</context>
<context>
    <name>left_pane</name>
    <message>
        <source>交给我 {count}</source>
        <translation>Handed to me {count}</translation>
    </message>
    <message>
        <source>要跟进 {count}</source>
        <translation>To follow up {count}</translation>
    </message>
    <message>
        <source>流水号待补 {count}</source>
        <translation>Serials to follow {count}</translation>
    </message>
    <message>
        <source>没打出 {count}</source>
        <translation>Not printed {count}</translation>
    </message>
    <message>
        <source>办理中 {count}</source>
        <translation>In service {count}</translation>
    </message>
    <message>
        <source>没有人在窗口，F2 接待下一位</source>
        <translation>Nobody here; F2: next customer</translation>
    </message>
    <message>
        <source>挂起 {count}</source>
        <translation>Parked {count}</translation>
    </message>
    <message>
        <source>{count} 笔超 {minutes} 分</source>
        <translation>{count} &gt; {minutes} min</translation>
    </message>
    <message>
        <source>没有挂起的业务</source>
        <translation>Nothing is parked</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>来客</source>
        <translation>Visitor</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>接待</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>告知单已给，等客户来</source>
        <translation>Notice given, customer will come</translation>
    </message>
    <message>
        <source>没写原因</source>
        <translation>no reason</translation>
    </message>
    <message>
        <source>{reason}，超 {minutes} 分</source>
        <translation>&gt; {minutes} min: {reason}</translation>
    </message>
    <message>
        <source>请批 {count}</source>
        <translation>Approvals {count}</translation>
    </message>
    <message>
        <source>批准了，接着办</source>
        <translation>Approved, go on</translation>
    </message>
    <message>
        <source>没有批准，看原因</source>
        <translation>Not approved, see why</translation>
    </message>
    <message>
        <source>等主管批</source>
        <translation>Waits for the supervisor</translation>
    </message>
    <message>
        <source>{who} 在 {window} 号窗等</source>
        <translation>{who} waits at window {window}</translation>
    </message>
    <message>
        <source>请我转交</source>
        <translation>Asked of me</translation>
    </message>
    <message>
        <source>请我转交 {count}</source>
        <translation>Asked of me {count}</translation>
    </message>
    <message>
        <source>等转交 {count}</source>
        <translation>Asked for {count}</translation>
    </message>
    <message>
        <source>等 {who} 转交</source>
        <translation>Waiting for {who}</translation>
    </message>
    <message>
        <source>{who}：现在不行</source>
        <translation>{who}: not now</translation>
    </message>
    <message>
        <source>{day} 到期</source>
        <translation>Due {day}</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>{day}起清单会变：{what}</source>
        <translation>The list changes from {day}: {what}</translation>
    </message>
    <message>
        <source>按 {day} 的告知单接着办：照 {edition} 版清单，不用新的 {now} 版</source>
        <translation>Going on under the notice of {day}: list {edition}, not the new one of {now}</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>受理编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>柜员</source>
        <translation>Teller</translation>
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
        <source>异常，先看 {count}</source>
        <translation>Exceptions first: {count}</translation>
    </message>
    <message>
        <source>正常 {count}</source>
        <translation>Ordinary: {count}</translation>
    </message>
    <message>
        <source>{service}（受限）</source>
        <translation>{service} (restricted)</translation>
    </message>
    <message>
        <source>{service}，归 {number}</source>
        <translation>{service}, under {number}</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{first}：{then}</source>
        <translation>{first}: {then}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>&quot;{words}&quot;</translation>
    </message>
</context>
<context>
    <name>notice</name>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>今天就缺</source>
        <translation>Missing today</translation>
    </message>
    <message>
        <source>{day} 起过期</source>
        <translation>Expires {day}</translation>
    </message>
    <message>
        <source>{day} 起到年龄</source>
        <translation>Of age from {day}</translation>
    </message>
    <message>
        <source>{day} 起另需</source>
        <translation>Needed from {day}</translation>
    </message>
    <message>
        <source>按 {day} 重新算过：比今天多 {count} 样</source>
        <translation>Worked out for {day}: {count} more than today</translation>
    </message>
</context>
<context>
    <name>paper_reads</name>
    <message>
        <source>姓名</source>
        <translation>name</translation>
    </message>
    <message>
        <source>证件种类</source>
        <translation>kind of paper</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>number</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>date of birth</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>expiry</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>业务受理回执</source>
        <translation>Receipt of acceptance</translation>
    </message>
    <message>
        <source>后续事项告知单</source>
        <translation>Notice of next steps</translation>
    </message>
    <message>
        <source>一次性告知单</source>
        <translation>One-time notice</translation>
    </message>
    <message>
        <source>客户确认单</source>
        <translation>Customer confirmation sheet</translation>
    </message>
    <message>
        <source>签字单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>应急单</source>
        <translation>Emergency forms</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>后续单</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>告知单</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>确认单</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>{state}：{reason}</source>
        <translation>{state}: {reason}</translation>
    </message>
    <message>
        <source>排队</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>打印中</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>已送出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>没打出来</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>等人确认</source>
        <translation>Waits for you</translation>
    </message>
    <message>
        <source>不打了</source>
        <translation>Do not print</translation>
    </message>
    <message>
        <source>不知打出没有</source>
        <translation>Not known whether it was printed</translation>
    </message>
</context>
<context>
    <name>restricted</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>什么事</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>转给</source>
        <translation>Passed to</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>经手</source>
        <translation>By</translation>
    </message>
    <message>
        <source>已过去</source>
        <translation>somebody went</translation>
    </message>
    <message>
        <source>看过了</source>
        <translation>looked at</translation>
    </message>
    <message>
        <source>按错了</source>
        <translation>by mistake</translation>
    </message>
    <message>
        <source>没有人答复</source>
        <translation>nobody answered</translation>
    </message>
    <message>
        <source>{window} 号窗口</source>
        <translation>window {window}</translation>
    </message>
    <message>
        <source>静默求助</source>
        <translation>Silent help</translation>
    </message>
    <message>
        <source>观察到的情况</source>
        <translation>Observation</translation>
    </message>
    <message>
        <source>警方联系</source>
        <translation>Police contact</translation>
    </message>
    <message>
        <source>有权机关查询</source>
        <translation>Enquiry of an authority</translation>
    </message>
    <message>
        <source>来人 {count} 名</source>
        <translation>{count} officers</translation>
    </message>
    <message>
        <source>警号 {badge}</source>
        <translation>badge {badge}</translation>
    </message>
    <message>
        <source>{at} 到</source>
        <translation>came {at}</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>银行名称，中文</source>
        <translation>Bank name, Chinese</translation>
    </message>
    <message>
        <source>银行名称，英文</source>
        <translation>Bank name, English</translation>
    </message>
    <message>
        <source>网点名称，中文</source>
        <translation>Branch name, Chinese</translation>
    </message>
    <message>
        <source>网点名称，英文</source>
        <translation>Branch name, English</translation>
    </message>
    <message>
        <source>地址，中文</source>
        <translation>Address, Chinese</translation>
    </message>
    <message>
        <source>地址，英文</source>
        <translation>Address, English</translation>
    </message>
    <message>
        <source>营业时间，中文</source>
        <translation>Opening hours, Chinese</translation>
    </message>
    <message>
        <source>营业时间，英文</source>
        <translation>Opening hours, English</translation>
    </message>
    <message>
        <source>网点电话</source>
        <translation>Branch telephone</translation>
    </message>
    <message>
        <source>投诉电话</source>
        <translation>Complaint line</translation>
    </message>
    <message>
        <source>终端号</source>
        <translation>Terminal number</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>管理员工号</source>
        <translation>Administrator&apos;s staff number</translation>
    </message>
    <message>
        <source>管理员姓名</source>
        <translation>Administrator&apos;s name</translation>
    </message>
    <message>
        <source>管理员密码</source>
        <translation>Administrator&apos;s password</translation>
    </message>
    <message>
        <source>再输一次密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>印在每张单据上，如 安澜银行</source>
        <translation>Printed on each paper, such as 安澜银行</translation>
    </message>
    <message>
        <source>如 Anlan Bank</source>
        <translation>Such as Anlan Bank</translation>
    </message>
    <message>
        <source>如 城东支行</source>
        <translation>Such as 城东支行</translation>
    </message>
    <message>
        <source>如 Chengdong Branch</source>
        <translation>Such as Chengdong Branch</translation>
    </message>
    <message>
        <source>如 工作日 9:00–17:00</source>
        <translation>Such as 工作日 9:00–17:00</translation>
    </message>
    <message>
        <source>如 working days 9:00–17:00</source>
        <translation>Such as working days 9:00–17:00</translation>
    </message>
    <message>
        <source>客户对服务不满意时打的</source>
        <translation>For customers who are not content with the service</translation>
    </message>
    <message>
        <source>两位数，网点里每台电脑不同</source>
        <translation>Two digits, different for each PC of the branch</translation>
    </message>
    <message>
        <source>平时在哪个窗口，登录时可改</source>
        <translation>The usual window; can be changed at sign-on</translation>
    </message>
    <message>
        <source>以后可改</source>
        <translation>Can be changed later</translation>
    </message>
    <message>
        <source>管人员和规程，不能兼主管</source>
        <translation>Manages staff and procedures; cannot be a supervisor too</translation>
    </message>
    <message>
        <source>至少 8 位，一句话也行</source>
        <translation>At least 8 signs; a sentence will do</translation>
    </message>
    <message>
        <source>电话请写成 010-5555 0123 这样</source>
        <translation>Write the telephone as 010-5555 0123</translation>
    </message>
    <message>
        <source>终端号是两位数字，如 03</source>
        <translation>A terminal number has two digits, such as 03</translation>
    </message>
    <message>
        <source>窗口最多 4 位数字或字母</source>
        <translation>A window has at most 4 digits or letters</translation>
    </message>
    <message>
        <source>工号是 1 到 12 位数字或字母</source>
        <translation>A staff number has 1 to 12 digits or letters</translation>
    </message>
    <message>
        <source>请再输一次密码</source>
        <translation>Enter the password again</translation>
    </message>
    <message>
        <source>密码至少 {least} 位</source>
        <translation>A password has at least {least} signs</translation>
    </message>
    <message>
        <source>两次输入的密码不同，请再输一次</source>
        <translation>The two passwords differ; enter it again</translation>
    </message>
    <message>
        <source>与恢复单上的不同，请照着再输</source>
        <translation>Not as on the recovery sheet; type it again from the sheet</translation>
    </message>
    <message>
        <source>请输入{label}</source>
        <translation>Enter: {label}</translation>
    </message>
</context>
<context>
    <name>signon</name>
    <message>
        <source>没有这个工号，请核对</source>
        <translation>There is no such staff number; check it</translation>
    </message>
    <message>
        <source>密码不对，还可再试 {left} 次</source>
        <translation>Wrong password; {left} more tries</translation>
    </message>
    <message>
        <source>密码连错多次，请运营主管来放行</source>
        <translation>Locked; a supervisor has to release it</translation>
    </message>
    <message>
        <source>这个工号已停用，请找系统管理员</source>
        <translation>This number is closed; ask the administrator</translation>
    </message>
    <message>
        <source>这个工号还没有密码，请系统管理员设</source>
        <translation>No password yet; the administrator sets one</translation>
    </message>
    <message>
        <source>密码不是在本机设的，请系统管理员在本机重设</source>
        <translation>Not set on this PC; the administrator sets it</translation>
    </message>
    <message>
        <source>本机核对不了密码，请系统管理员重设</source>
        <translation>Cannot check it; the administrator sets it again</translation>
    </message>
    <message>
        <source>这个工号没有这个权限，请运营主管来</source>
        <translation>This person may not do it; ask a supervisor</translation>
    </message>
    <message>
        <source>刚才别处也在登记，请再按一次</source>
        <translation>Busy elsewhere just now; press once more</translation>
    </message>
    <message>
        <source>今天做过不相容的岗位，请另一位运营主管来</source>
        <translation>Conflicting duty today; ask another supervisor</translation>
    </message>
    <message>
        <source>不能给自己放行，请另一位运营主管来</source>
        <translation>Not one&apos;s own account; ask another supervisor</translation>
    </message>
    <message>
        <source>本机时间是 {shown}，比最后一笔记录早。请对照墙上的钟和日历</source>
        <translation>This PC says {shown}, earlier than the last record. Look at the clock and calendar on the wall</translation>
    </message>
    <message>
        <source>本机时间是 {shown}，比最后一笔记录晚很多。请对照墙上的钟和日历</source>
        <translation>This PC says {shown}, much later than the last record. Look at the clock and calendar on the wall</translation>
    </message>
    <message>
        <source>现在不能登录（{code}）</source>
        <translation>Sign-on is not possible now ({code})</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>存成 PDF 文件，不打印</source>
        <translation>Save as PDF, do not print</translation>
    </message>
    <message>
        <source>找不到 {printer}</source>
        <translation>{printer} not found</translation>
    </message>
    <message>
        <source>本机数据</source>
        <translation>Data of this PC</translation>
    </message>
    <message>
        <source>正在打开</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>Does not open</translation>
    </message>
    <message>
        <source>签退</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>还没有过</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>{window} 号窗口</source>
        <translation>Window {window}</translation>
    </message>
    <message>
        <source>{count} 笔</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>挂起待恢复</source>
        <translation>Parked</translation>
    </message>
    <message>
        <source>规程</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>{count} 项等管理员启用</source>
        <translation>{count} wait for an administrator</translation>
    </message>
    <message>
        <source>都已启用</source>
        <translation>All in force</translation>
    </message>
    <message>
        <source>像是复制或恢复过，请找管理员</source>
        <translation>Copied or restored: tell the admin</translation>
    </message>
    <message>
        <source>与网点</source>
        <translation>Branch</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>工号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>可签到</source>
        <translation>Can sign on</translation>
    </message>
    <message>
        <source>首次签到要改密码</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>密码连错，已锁</source>
        <translation>Locked out</translation>
    </message>
    <message>
        <source>还没有密码</source>
        <translation>No password yet</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>steps</name>
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
        <source>核心</source>
        <translation>Core</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Finish</translation>
    </message>
</context>
<context>
    <name>sums</name>
    <message>
        <source>上限 {limit}（{source}）</source>
        <translation>Limit {limit} ({source})</translation>
    </message>
    <message>
        <source>填好上面各项，自动相加</source>
        <translation>Fill in the amounts above, they add up by themselves</translation>
    </message>
    <message>
        <source>没超过上限：{follows}</source>
        <translation>Within the limit: {follows}</translation>
    </message>
    <message>
        <source>超过上限：{follows}</source>
        <translation>Above the limit: {follows}</translation>
    </message>
</context>
<context>
    <name>taking_over</name>
    <message>
        <source>同一业务在 {windows} 号窗同时继续</source>
        <translation>The same case goes on at windows {windows}</translation>
    </message>
    <message>
        <source>{who} 在 {window} 号窗口办</source>
        <translation>{who} serves it at window {window}</translation>
    </message>
</context>
<context>
    <name>then</name>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>已见</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>未看证件</source>
        <translation>Document not seen</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>没有收下</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>可不要</source>
        <translation>Not required</translation>
    </message>
    <message>
        <source>未看</source>
        <translation>Not seen</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>更正后确认</source>
        <translation>Confirmed after correction</translation>
    </message>
    <message>
        <source>没有确认</source>
        <translation>Not confirmed</translation>
    </message>
    <message>
        <source>待核对</source>
        <translation>To read back</translation>
    </message>
    <message>
        <source>核心流水号</source>
        <translation>Core serial</translation>
    </message>
    <message>
        <source>办结后补：{at} {who}</source>
        <translation>Added after the end: {at} {who}</translation>
    </message>
    <message>
        <source>是否记账不明</source>
        <translation>Not known whether booked</translation>
    </message>
    <message>
        <source>稍后补</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>还没填</source>
        <translation>Not filled in yet</translation>
    </message>
    <message>
        <source>归还原件</source>
        <translation>Originals handed back</translation>
    </message>
    <message>
        <source>待打印</source>
        <translation>To print</translation>
    </message>
    <message>
        <source>已送出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>没打出来</source>
        <translation>Not printed</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>现在不能这样做（{code}）</source>
        <translation>This cannot be done now ({code})</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>Self</translation>
    </message>
    <message>
        <source>代理人</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>监护人</source>
        <translation>Guardian</translation>
    </message>
    <message>
        <source>被监护人</source>
        <translation>Ward</translation>
    </message>
    <message>
        <source>陪同人</source>
        <translation>Companion</translation>
    </message>
    <message>
        <source>这一项还没有填</source>
        <translation>Not filled yet</translation>
    </message>
    <message>
        <source>请输入证件号码</source>
        <translation>Enter the document number</translation>
    </message>
    <message>
        <source>请输入 {expected} 位证件号码，现为 {actual} 位</source>
        <translation>Enter {expected} signs of the ID number; {actual} now</translation>
    </message>
    <message>
        <source>证件号码只能有数字，最后一位可以是 X</source>
        <translation>An ID number has digits; the last sign may be X</translation>
    </message>
    <message>
        <source>请核对证件号码，最后一位与前面对不上</source>
        <translation>Check the ID number: its last sign does not fit</translation>
    </message>
    <message>
        <source>请核对号码，不像{kind}的号码</source>
        <translation>Check the number: it does not look like that of a {kind}</translation>
    </message>
    <message>
        <source>15 位的旧证已停用，请输入 18 位号码</source>
        <translation>The old 15-digit card is withdrawn; enter the 18-sign number</translation>
    </message>
    <message>
        <source>这是{kind}的号码，请改选证件种类</source>
        <translation>This is the number of a {kind}; choose that kind</translation>
    </message>
    <message>
        <source>请核对证件号码，里面的出生日期不存在</source>
        <translation>Check the ID number: its date of birth does not exist</translation>
    </message>
    <message>
        <source>读到的{fields}与已填的不同，已填的没有改，请核对证件</source>
        <translation>The paper says otherwise in: {fields}. What was typed stays; look at the paper</translation>
    </message>
    <message>
        <source>人已满，读到的证件没有记下</source>
        <translation>No more persons fit here; the paper read was not noted</translation>
    </message>
    <message>
        <source>读到一张证件，请到接待页或材料页再读</source>
        <translation>A paper was read; read it again at reception or at the papers</translation>
    </message>
    <message>
        <source>读到的证件不是这笔业务里的人的</source>
        <translation>The paper read belongs to nobody in this case</translation>
    </message>
    <message>
        <source>这份证件的有效期这里不用记</source>
        <translation>The expiry of this paper is not asked here</translation>
    </message>
    <message>
        <source>请先看原件、勾这一项，再读证件</source>
        <translation>Look at the original and tick this line first, then read it</translation>
    </message>
    <message>
        <source>护照机读码没有读全，请再扫一次</source>
        <translation>The passport&apos;s code was not read whole: scan it again</translation>
    </message>
    <message>
        <source>护照机读码校验不对，请再扫一次或手工输入</source>
        <translation>The passport&apos;s code does not check: scan it again, or type it</translation>
    </message>
    <message>
        <source>护照机读码里的日期不存在，请手工输入</source>
        <translation>The passport&apos;s code has a date that does not exist: type it</translation>
    </message>
    <message>
        <source>读卡程序送来的内容太大，请手工输入</source>
        <translation>What the reader sent is too large: type it</translation>
    </message>
    <message>
        <source>读卡程序送来的内容读不出，请再读一次</source>
        <translation>What the reader sent cannot be read: lay the paper on again</translation>
    </message>
    <message>
        <source>读卡程序送来的格式不是 {wanted}，请找管理员</source>
        <translation>The reader does not send {wanted}: call the administrator</translation>
    </message>
    <message>
        <source>读卡程序送来的“{field}”不对，请手工输入</source>
        <translation>The reader sent a wrong “{field}”: type it</translation>
    </message>
    <message>
        <source>请核对证件号码，里面的出生日期还没到</source>
        <translation>Check the ID number: its date of birth is yet to come</translation>
    </message>
    <message>
        <source>手机号码只能有数字</source>
        <translation>A mobile number has digits only</translation>
    </message>
    <message>
        <source>手机号码应为 {expected} 位数字，现为 {actual} 位</source>
        <translation>A mobile number has {expected} digits; {actual} now</translation>
    </message>
    <message>
        <source>手机号码应以 13 到 19 开头，请核对</source>
        <translation>A mobile number begins with 13 to 19; check it</translation>
    </message>
    <message>
        <source>境外号码请输入 + 和 7 到 15 位数字</source>
        <translation>For a foreign number enter + and 7 to 15 digits</translation>
    </message>
    <message>
        <source>请输入姓名</source>
        <translation>Enter the name</translation>
    </message>
    <message>
        <source>有了证件号码，请输入姓名</source>
        <translation>There is a document number; enter the name</translation>
    </message>
    <message>
        <source>姓名最多 {longest} 个字，现为 {actual} 个</source>
        <translation>A name has at most {longest} signs; {actual} now</translation>
    </message>
    <message>
        <source>姓名里有不能用的符号 {sign}，请按证件改</source>
        <translation>The sign {sign} cannot stand in a name; write it as on the document</translation>
    </message>
    <message>
        <source>姓名里没有文字，请按证件输入</source>
        <translation>The name has no letters; write it as on the document</translation>
    </message>
    <message>
        <source>请先选证件种类</source>
        <translation>Choose the kind of document first</translation>
    </message>
    <message>
        <source>日期请写成 2026-11-23</source>
        <translation>Write the date as 2026-11-23</translation>
    </message>
    <message>
        <source>没有这一天，请核对日期</source>
        <translation>There is no such day; check the date</translation>
    </message>
    <message>
        <source>日期不能早于 {earliest}</source>
        <translation>Not before {earliest}</translation>
    </message>
    <message>
        <source>日期不能晚于 {latest}</source>
        <translation>Not after {latest}</translation>
    </message>
    <message>
        <source>最多 {longest} 个字，现为 {actual} 个</source>
        <translation>At most {longest} signs; {actual} now</translation>
    </message>
    <message>
        <source>请输入金额</source>
        <translation>Enter the amount</translation>
    </message>
    <message>
        <source>金额不能是负数</source>
        <translation>An amount cannot be negative</translation>
    </message>
    <message>
        <source>金额不能是零</source>
        <translation>An amount cannot be zero</translation>
    </message>
    <message>
        <source>不计入的比计入的还多，请核对各项金额</source>
        <translation>What does not count is more than what counts: check the amounts</translation>
    </message>
    <message>
        <source>合计超过上限</source>
        <translation>The total is above the limit</translation>
    </message>
    <message>
        <source>请核对金额里逗号和小数点的位置</source>
        <translation>Check the commas and the point of the amount</translation>
    </message>
    <message>
        <source>金额只能有数字和小数点</source>
        <translation>An amount has digits and a point only</translation>
    </message>
    <message>
        <source>这个币种最多 {digits} 位小数</source>
        <translation>This currency has at most {digits} decimals</translation>
    </message>
    <message>
        <source>金额整数部分最多 {digits} 位</source>
        <translation>An amount has at most {digits} digits before the point</translation>
    </message>
    <message>
        <source>不办理币种 {currency}，请另选</source>
        <translation>{currency} is not offered; choose another currency</translation>
    </message>
    <message>
        <source>请输入整数，只用数字</source>
        <translation>Enter a whole number, digits only</translation>
    </message>
    <message>
        <source>数字太长，请核对</source>
        <translation>The number is too long; check it</translation>
    </message>
    <message>
        <source>不能小于 {least}</source>
        <translation>At least {least}</translation>
    </message>
    <message>
        <source>不能大于 {most}</source>
        <translation>At most {most}</translation>
    </message>
    <message>
        <source>请从列表里选一项</source>
        <translation>Choose one from the list</translation>
    </message>
    <message>
        <source>请选“是”或“否”</source>
        <translation>Choose yes or no</translation>
    </message>
    <message>
        <source>后四位只能是数字</source>
        <translation>The last four are digits only</translation>
    </message>
    <message>
        <source>请输入 {expected} 位数字，现为 {actual} 位</source>
        <translation>Enter {expected} digits; {actual} now</translation>
    </message>
    <message>
        <source>受理编号的样子是 03A-0338W，请核对</source>
        <translation>A case number looks like 03A-0338W; check it</translation>
    </message>
    <message>
        <source>请核对受理编号，最后一位与前面对不上</source>
        <translation>Check the case number: its last sign does not fit</translation>
    </message>
    <message>
        <source>单据编号的样子是 03A-0338W-M1，请核对</source>
        <translation>A paper number looks like 03A-0338W-M1; check it</translation>
    </message>
    <message>
        <source>这个二维码不是本系统单据上的</source>
        <translation>This QR code is not from a paper of this system</translation>
    </message>
    <message>
        <source>二维码没有读全，请再扫一次或报受理编号</source>
        <translation>The QR code was not read whole; scan again or enter the case number</translation>
    </message>
    <message>
        <source>这笔业务的内容放不进二维码，请报受理编号</source>
        <translation>This case does not fit into a QR code; use its number</translation>
    </message>
    <message>
        <source>读到 {shown}，不是证件号码，也不是本系统的编号</source>
        <translation>Read {shown}: neither an ID number nor a number of this system</translation>
    </message>
    <message>
        <source>这是单位的业务：请登记单位的营业执照，再登记来办的人</source>
        <translation>This is an organisation&apos;s business: take its licence, then who comes for it</translation>
    </message>
    <message>
        <source>这是个人的业务：请登记本人的证件</source>
        <translation>This is a person&apos;s business: take that person&apos;s paper</translation>
    </message>
    <message>
        <source>请先登记是谁来办</source>
        <translation>First register who has come</translation>
    </message>
    <message>
        <source>还少一人，请登记{part}</source>
        <translation>One person is missing; register the {part}</translation>
    </message>
    <message>
        <source>这项业务不能这样来办（{way}）</source>
        <translation>This service cannot be done this way ({way})</translation>
    </message>
    <message>
        <source>这项业务现在不能这样来办（{way}）</source>
        <translation>This service cannot be done this way now ({way})</translation>
    </message>
    <message>
        <source>请先问清这一点，再收材料</source>
        <translation>Ask this first, then take the papers</translation>
    </message>
    <message>
        <source>还不知道要不要这份材料，请先问清</source>
        <translation>Not known yet whether it is needed; ask first</translation>
    </message>
    <message>
        <source>这份材料不能容缺后补</source>
        <translation>This paper cannot be deferred</translation>
    </message>
    <message>
        <source>这份材料还没看</source>
        <translation>This paper has not been seen</translation>
    </message>
    <message>
        <source>缺这份材料：按 F9 打告知单，请客户补来</source>
        <translation>This paper is missing: print the notice with F9</translation>
    </message>
    <message>
        <source>这份材料没有收下</source>
        <translation>This paper was not accepted</translation>
    </message>
    <message>
        <source>这份材料已过有效期</source>
        <translation>This paper has expired</translation>
    </message>
    <message>
        <source>请填这份材料的有效期</source>
        <translation>Enter the expiry of this paper</translation>
    </message>
    <message>
        <source>请填这份材料号码的后四位</source>
        <translation>Enter the last four signs of this paper</translation>
    </message>
    <message>
        <source>原件已见，还要留复印件</source>
        <translation>Original seen; a copy is still needed</translation>
    </message>
    <message>
        <source>这份材料不能用</source>
        <translation>This paper is not usable</translation>
    </message>
    <message>
        <source>第 {row} 项还没有请客户确认</source>
        <translation>Item {row} has not been confirmed by the customer</translation>
    </message>
    <message>
        <source>第 {row} 项客户说有误，请修改</source>
        <translation>The customer says item {row} is wrong; correct it</translation>
    </message>
    <message>
        <source>第 {row} 项改过了，请客户再确认</source>
        <translation>Item {row} was changed; ask the customer again</translation>
    </message>
    <message>
        <source>请填核心流水号，或按 Alt+L 稍后补</source>
        <translation>Enter the core serial, or press Alt+L for later</translation>
    </message>
    <message>
        <source>请填核心流水号</source>
        <translation>Enter the core serial</translation>
    </message>
    <message>
        <source>这笔业务已有流水号 {serial}，请核对凭证</source>
        <translation>This business has the serial {serial} already; check the voucher</translation>
    </message>
    <message>
        <source>这笔业务不等流水号</source>
        <translation>This business waits for no serial</translation>
    </message>
    <message>
        <source>原件还没有归还客户</source>
        <translation>Originals are not handed back yet</translation>
    </message>
    <message>
        <source>这一项在这笔业务里不能改</source>
        <translation>This cannot be changed in this case</translation>
    </message>
    <message>
        <source>这个工号已停用，请找系统管理员</source>
        <translation>This staff number is closed; ask the administrator</translation>
    </message>
    <message>
        <source>您的岗位不能做这件事，请找运营主管</source>
        <translation>Your role does not allow this; ask a supervisor</translation>
    </message>
    <message>
        <source>别的窗口刚改过这笔业务，已重新读入，请再按一次</source>
        <translation>Another window has just changed this case; it was read again, press once more</translation>
    </message>
    <message>
        <source>这台电脑的时间倒回了（{shown}），请先确认日期</source>
        <translation>The clock of this PC went back ({shown}); confirm the date first</translation>
    </message>
    <message>
        <source>这台电脑的时间跳前了（{shown}），请先确认日期</source>
        <translation>The clock of this PC jumped ahead ({shown}); confirm the date first</translation>
    </message>
    <message>
        <source>今天不办理这项业务</source>
        <translation>This service is not offered today</translation>
    </message>
    <message>
        <source>本机没有这笔业务</source>
        <translation>This PC does not hold this case</translation>
    </message>
    <message>
        <source>本机没有这笔业务，可以在柜面按告知单临时接办</source>
        <translation>This PC does not hold this case; a desk can take it up from the notice</translation>
    </message>
    <message>
        <source>这笔业务由更新的程序写过，本机只能看，请升级</source>
        <translation>This case was written by a newer program; here it is read-only until you update</translation>
    </message>
    <message>
        <source>这笔业务较早，内容在网点库里，线路恢复后可以看</source>
        <translation>This case is older; its content is kept at the branch and can be read when the line is back</translation>
    </message>
    <message>
        <source>这笔业务用的规程不在本机，请联系管理员</source>
        <translation>The procedure of this case is not on this PC; call the administrator</translation>
    </message>
    <message>
        <source>{staff} 正在 {window} 号窗口办这笔业务，这里只能看</source>
        <translation>{staff} is handling this case at window {window}; here it is read-only</translation>
    </message>
    <message>
        <source>这笔业务不能一屏办完，请按步骤办</source>
        <translation>This business cannot be done on one screen, go step by step</translation>
    </message>
    <message>
        <source>这笔业务没有要送核心的内容</source>
        <translation>This business has nothing to send to the core</translation>
    </message>
    <message>
        <source>请填核心的授权人和授权编号</source>
        <translation>Enter who authorised it in the core, and the reference</translation>
    </message>
    <message>
        <source>这笔业务已经结束，不能再改</source>
        <translation>This case has ended and is not changed any more</translation>
    </message>
    <message>
        <source>登记客户要先看证件原件</source>
        <translation>See the original document before registering</translation>
    </message>
    <message>
        <source>请选这次到店怎样结束</source>
        <translation>Choose how this visit ended</translation>
    </message>
    <message>
        <source>办结后才能打业务受理回执</source>
        <translation>The receipt can be printed once the case is completed</translation>
    </message>
    <message>
        <source>这笔业务的受理回执已经打过，再要请补打</source>
        <translation>The receipt of this case was printed already; reprint it instead</translation>
    </message>
    <message>
        <source>时间写成 时:分，如 10:42，不晚于现在</source>
        <translation>Write the time as hours:minutes, such as 10:42, not later than now</translation>
    </message>
    <message>
        <source>这项业务不按名单办，没有下一人</source>
        <translation>This service has no list of persons</translation>
    </message>
    <message>
        <source>请先把这一人办完，再办下一人</source>
        <translation>Finish this person first, then the next</translation>
    </message>
    <message>
        <source>这张告知单照旧认，清单没有换</source>
        <translation>This notice still counts, its list has not changed</translation>
    </message>
    <message>
        <source>没有工号 {staff}，请核对</source>
        <translation>There is no staff number {staff}; check it</translation>
    </message>
    <message>
        <source>工号 {staff} 已停用，请找系统管理员</source>
        <translation>Account {staff} is closed; see the administrator</translation>
    </message>
    <message>
        <source>密码不对，请再试，还可试 {left} 次</source>
        <translation>Wrong password; try again, {left} tries left</translation>
    </message>
    <message>
        <source>工号 {staff} 密码连错多次，请运营主管来放行</source>
        <translation>Too many wrong passwords for {staff}; a supervisor has to let it try again</translation>
    </message>
    <message>
        <source>工号 {staff} 还没有密码，请系统管理员设</source>
        <translation>{staff} has no password yet; the administrator has to set one</translation>
    </message>
    <message>
        <source>工号 {staff} 的密码不在本机，请管理员重设</source>
        <translation>The password of {staff} is not on this PC; the administrator has to reset it</translation>
    </message>
    <message>
        <source>工号 {staff} 要先签到改密码，才能做这件事</source>
        <translation>{staff} must first sign on and change the password</translation>
    </message>
    <message>
        <source>本机核对不了这个密码，请系统管理员重设</source>
        <translation>This PC cannot judge the password; the administrator has to reset it</translation>
    </message>
    <message>
        <source>{staff} 锁的屏，请本人解锁或由主管交接</source>
        <translation>Locked by {staff}: that person unlocks, or a supervisor hands over</translation>
    </message>
    <message>
        <source>这个窗口没有人签到</source>
        <translation>Nobody is signed on at this window</translation>
    </message>
    <message>
        <source>日期没有问题，不用确认</source>
        <translation>The date is right, nothing to confirm</translation>
    </message>
    <message>
        <source>今天做过不相容的岗位，请换一位来</source>
        <translation>An incompatible role was acted in today; let somebody else do it</translation>
    </message>
    <message>
        <source>这件事不用批准</source>
        <translation>This needs no approval</translation>
    </message>
    <message>
        <source>没有这个批准申请，请重新申请</source>
        <translation>There is no such request; ask for approval again</translation>
    </message>
    <message>
        <source>这个申请没有批准，不能接着办</source>
        <translation>This request was not approved; it cannot go on</translation>
    </message>
    <message>
        <source>这个申请已经答复过了</source>
        <translation>This request was answered already</translation>
    </message>
    <message>
        <source>这是 {staff} 的申请，由申请人接着办</source>
        <translation>{staff} asked for this and has to go on with it</translation>
    </message>
    <message>
        <source>这是另一笔业务的批准，不能用在这里</source>
        <translation>This approval belongs to another case</translation>
    </message>
    <message>
        <source>这个批准已用于第 {copy} 份，再补打请重新申请</source>
        <translation>This approval was used for copy {copy}; ask again for another copy</translation>
    </message>
    <message>
        <source>没有可显示的号码</source>
        <translation>There is no number to show</translation>
    </message>
    <message>
        <source>请写明内容</source>
        <translation>Please write what it is</translation>
    </message>
    <message>
        <source>期限不能早于今天</source>
        <translation>The due day cannot be before today</translation>
    </message>
    <message>
        <source>没有这件要跟进的事</source>
        <translation>There is no such follow-up</translation>
    </message>
    <message>
        <source>这件事已经跟进完了</source>
        <translation>This follow-up is done already</translation>
    </message>
    <message>
        <source>{day} 已经过去，请回到今天</source>
        <translation>{day} is over; go back to today</translation>
    </message>
    <message>
        <source>{day} 还没到，不能签字</source>
        <translation>{day} has not come yet; it cannot be signed</translation>
    </message>
    <message>
        <source>还有 {count} 项未了，请写明原因再结束</source>
        <translation>{count} still open: give a reason before closing</translation>
    </message>
    <message>
        <source>请填应急单编号</source>
        <translation>Enter the number of the emergency form</translation>
    </message>
    <message>
        <source>应急单 {paper} 已经补录过</source>
        <translation>Form {paper} was entered already</translation>
    </message>
    <message>
        <source>应急单 {paper} 没有发出过，这一种只发到第 {last} 张，请核对编号</source>
        <translation>Form {paper} was never given out: only {last} of this kind were; please check the number</translation>
    </message>
    <message>
        <source>应急单 {paper} 是另一项业务的，请核对</source>
        <translation>Form {paper} is for another service; please check</translation>
    </message>
    <message>
        <source>请写存到哪个文件夹</source>
        <translation>Please say which folder to save to</translation>
    </message>
    <message>
        <source>份数请填 1 到 {most}</source>
        <translation>Please enter 1 to {most} copies</translation>
    </message>
    <message>
        <source>发生时间还没到，请核对</source>
        <translation>That time has not come yet; check it</translation>
    </message>
    <message>
        <source>还有项没有请客户确认，先确认再打单据</source>
        <translation>Some rows were not confirmed; confirm them before printing</translation>
    </message>
    <message>
        <source>网点还没有设置好，打不了单据</source>
        <translation>The outlet is not set up yet; no paper can be printed</translation>
    </message>
    <message>
        <source>拟来日期太远，最晚 {latest}</source>
        <translation>That day is too far off; {latest} at the latest</translation>
    </message>
    <message>
        <source>这项业务不出这种单据</source>
        <translation>This service gives no such paper</translation>
    </message>
    <message>
        <source>这一份已经不在等着了</source>
        <translation>This copy is not waiting any more</translation>
    </message>
    <message>
        <source>没有单据 {paper}，请核对编号</source>
        <translation>There is no paper {paper}; check the number</translation>
    </message>
    <message>
        <source>单据 {paper} 的内容不在本机，请到开出的窗口补打</source>
        <translation>The content of {paper} is not on this PC; reprint it at the window that issued it</translation>
    </message>
    <message>
        <source>网点已经设置过了</source>
        <translation>The outlet is set up already</translation>
    </message>
    <message>
        <source>网点还没有设置好，请先做首次设置</source>
        <translation>The outlet is not set up yet; do the first set-up</translation>
    </message>
    <message>
        <source>请输入银行和网点名称</source>
        <translation>Enter the names of bank and outlet</translation>
    </message>
    <message>
        <source>这个文件夹已用于别的用途，请换一个</source>
        <translation>This folder serves another purpose; choose another</translation>
    </message>
    <message>
        <source>首位管理员没有发布权限，请联系支持</source>
        <translation>The first administrator may not publish; ask for support</translation>
    </message>
    <message>
        <source>工号请用 1 到 12 位字母或数字</source>
        <translation>A staff number is 1 to 12 letters or digits</translation>
    </message>
    <message>
        <source>这个工号已经有人用了，请换一个</source>
        <translation>This staff number is taken; choose another</translation>
    </message>
    <message>
        <source>没有这个人，请核对</source>
        <translation>There is no such person; check again</translation>
    </message>
    <message>
        <source>至少要留一位系统管理员</source>
        <translation>One administrator at least must remain</translation>
    </message>
    <message>
        <source>自己的密码请用“改密码”来改</source>
        <translation>Change your own password with Change password</translation>
    </message>
    <message>
        <source>规则包里有的数在同一天有两个值，请核对文件</source>
        <translation>A figure has two values on one day; check the files</translation>
    </message>
    <message>
        <source>启用日期不能早于今天</source>
        <translation>The first day in force cannot be before today</translation>
    </message>
    <message>
        <source>两项业务用了同一个编号，请改一个</source>
        <translation>Two services have the same number; change one of them</translation>
    </message>
    <message>
        <source>规程和规则对不上，没有发布</source>
        <translation>Procedure and rules do not fit together; nothing was published</translation>
    </message>
    <message>
        <source>已经有更晚的版本，请核对启用日期</source>
        <translation>A later version is in force already; check the date</translation>
    </message>
    <message>
        <source>这个文件夹已有数据，不会再建一份</source>
        <translation>This folder has data already; no second store is made</translation>
    </message>
    <message>
        <source>别的程序正占着本机数据，请稍等再试</source>
        <translation>Another program is using the data; wait and try again</translation>
    </message>
    <message>
        <source>这次查找停下了，请再试一次</source>
        <translation>This search was stopped; try again</translation>
    </message>
    <message>
        <source>没有可用的副本，坏文件也读不出网点，请联系管理员</source>
        <translation>There is no good copy and the damaged file names no branch; ask the administrator</translation>
    </message>
    <message>
        <source>坏文件打不开，也没有可用的副本可看</source>
        <translation>The damaged file does not open and there is no good copy to look at</translation>
    </message>
    <message>
        <source>密码连错多次，请关闭程序后再试</source>
        <translation>Several wrong passwords: close the program and try again</translation>
    </message>
    <message>
        <source>数据文件查出损坏。请办完手上的业务，签退后关闭程序再打开，按提示处理</source>
        <translation>The data file is damaged. Finish what you are at, sign off, close the program and open it again; it says what to do</translation>
    </message>
    <message>
        <source>打印机没收</source>
        <translation>the printer refused it</translation>
    </message>
    <message>
        <source>要签字，请用 A5 打印机</source>
        <translation>to be signed: use an A5 printer</translation>
    </message>
    <message>
        <source>找不到打印机</source>
        <translation>printer not found</translation>
    </message>
    <message>
        <source>打印机没反应</source>
        <translation>the printer does not answer</translation>
    </message>
    <message>
        <source>本机没有打印命令</source>
        <translation>no print command on this PC</translation>
    </message>
    <message>
        <source>打印时程序关了，请看一眼出纸</source>
        <translation>The program closed while printing; look at the tray</translation>
    </message>
    <message>
        <source>等了半小时以上，客户可能走了</source>
        <translation>Waited over half an hour; the customer may have left</translation>
    </message>
    <message>
        <source>本机没能送出，请再打一次</source>
        <translation>This PC could not send it; print again</translation>
    </message>
    <message>
        <source>不知打出没有</source>
        <translation>Not known whether it came out</translation>
    </message>
    <message>
        <source>柜员说不打了</source>
        <translation>The teller gave it up</translation>
    </message>
    <message>
        <source>柜员看到已打好</source>
        <translation>The teller saw it come out</translation>
    </message>
    <message>
        <source>数据修复过，请看一眼出纸</source>
        <translation>The data was repaired; look at the tray</translation>
    </message>
    <message>
        <source>不能转交给自己，请填同事的工号</source>
        <translation>You cannot hand over to yourself; enter a colleague&apos;s number</translation>
    </message>
    <message>
        <source>请写明原因</source>
        <translation>Give the reason</translation>
    </message>
    <message>
        <source>拟来日期不能早于今天</source>
        <translation>The day of coming cannot be past</translation>
    </message>
    <message>
        <source>那天什么都不缺，不用打告知单</source>
        <translation>Nothing is missing on that day; no notice is needed</translation>
    </message>
    <message>
        <source>不能批准自己的申请，请另一位主管来批</source>
        <translation>You cannot approve your own request; ask another supervisor</translation>
    </message>
    <message>
        <source>这个工号没有批准权限，请运营主管来批</source>
        <translation>This person may not approve; ask a supervisor</translation>
    </message>
    <message>
        <source>这个工号兼着不相容岗位，不能批准</source>
        <translation>This person holds an incompatible role and cannot approve</translation>
    </message>
    <message>
        <source>{first}和{second}不能由一人兼任：{why}</source>
        <translation>{first} and {second} cannot be one person: {why}</translation>
    </message>
    <message>
        <source>磁盘写不进去，请检查空间和权限</source>
        <translation>The disk does not take it; check space and rights</translation>
    </message>
    <message>
        <source>磁盘满了，没有保存。请先腾出空间</source>
        <translation>The disk is full; nothing was saved. Free some space first</translation>
    </message>
    <message>
        <source>本机数据文件读不出来，请联系管理员</source>
        <translation>The data file of this PC cannot be read; call the administrator</translation>
    </message>
    <message>
        <source>本机数据现在只能读，没有保存</source>
        <translation>The data of this PC is read-only now; nothing was saved</translation>
    </message>
    <message>
        <source>本机的钥匙打不开数据文件，请联系管理员</source>
        <translation>This PC&apos;s key does not open the data file; call the administrator</translation>
    </message>
    <message>
        <source>数据由更新的程序写过，请升级本机程序</source>
        <translation>The data was written by a newer program; update this one</translation>
    </message>
    <message>
        <source>本机已有一个窗口开着这些数据，请用那个窗口</source>
        <translation>Another window on this PC has this data open; use that window</translation>
    </message>
    <message>
        <source>这个文件夹已有钥匙，不会再造一把</source>
        <translation>This folder has a key already; no other is made</translation>
    </message>
    <message>
        <source>找不到本机的钥匙文件，请用恢复单恢复</source>
        <translation>This PC&apos;s key file is missing; use the recovery sheet</translation>
    </message>
    <message>
        <source>本机的钥匙文件坏了，请用恢复单恢复</source>
        <translation>This PC&apos;s key file is damaged; use the recovery sheet</translation>
    </message>
    <message>
        <source>本机读不出钥匙，请用恢复单恢复</source>
        <translation>This PC cannot read its key; use the recovery sheet</translation>
    </message>
    <message>
        <source>钥匙和数据文件对不上，请用恢复单恢复</source>
        <translation>Key and data do not fit together; use the recovery sheet</translation>
    </message>
    <message>
        <source>恢复码有几组不对，请对照恢复单</source>
        <translation>Some groups are wrong; compare them with the recovery sheet</translation>
    </message>
    <message>
        <source>找不到本机数据文件，请联系管理员</source>
        <translation>The data file of this PC is missing; call the administrator</translation>
    </message>
    <message>
        <source>数据文件比记录的旧，可能被换过，请联系管理员</source>
        <translation>The data file is older than its record and may have been replaced; call the administrator</translation>
    </message>
    <message>
        <source>核心是否记账不明</source>
        <translation>Core booking unclear</translation>
    </message>
    <message>
        <source>两处同时改过</source>
        <translation>Changed in two places at once</translation>
    </message>
    <message>
        <source>记录有问题</source>
        <translation>The record has faults</translation>
    </message>
    <message>
        <source>单据没打出来</source>
        <translation>Paper not printed</translation>
    </message>
    <message>
        <source>办结后取消</source>
        <translation>Cancelled after the end</translation>
    </message>
    <message>
        <source>流水号未补</source>
        <translation>Serial still missing</translation>
    </message>
    <message>
        <source>原件未还齐</source>
        <translation>Originals not all handed back</translation>
    </message>
    <message>
        <source>有项未核对</source>
        <translation>Items not read back</translation>
    </message>
    <message>
        <source>经批准</source>
        <translation>With approval</translation>
    </message>
    <message>
        <source>容缺</source>
        <translation>Deferred</translation>
    </message>
    <message>
        <source>补打过</source>
        <translation>Reprinted</translation>
    </message>
    <message>
        <source>更正过</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>进核心以前还有几句要问</source>
        <translation>A few questions come before the core</translation>
    </message>
    <message>
        <source>还有 {count} 题没有问到</source>
        <translation>{count} questions not asked yet</translation>
    </message>
    <message>
        <source>这笔业务不能这样处理，请另选</source>
        <translation>This way is not offered here, choose another</translation>
    </message>
    <message>
        <source>请记出警时间和警号</source>
        <translation>Enter the time and the badge</translation>
    </message>
    <message>
        <source>坚持要办的，先打印提示书，请客户签名，客户联交给客户</source>
        <translation>To go on all the same: print the notice, let the customer sign it, hand the customer&apos;s copy over</translation>
    </message>
    <message>
        <source>这笔业务没有这张签字单</source>
        <translation>This case has no such form</translation>
    </message>
    <message>
        <source>没有这次求助</source>
        <translation>There is no such call</translation>
    </message>
    <message>
        <source>请写明转给哪个岗位</source>
        <translation>Say to which post it goes</translation>
    </message>
    <message>
        <source>请记机关、两名人员的证件号、文书和时间</source>
        <translation>Enter authority, the badges of both officers, document and time</translation>
    </message>
    <message>
        <source>核查不一致的，请选怎样接着办</source>
        <translation>The check does not agree: choose how to go on</translation>
    </message>
    <message>
        <source>加入码第 {groups} 组有误，请对照重输</source>
        <translation>Group {groups} of the join code is mistyped. Please compare and type it again</translation>
    </message>
    <message>
        <source>这不是完整的加入码，请从头再输或再扫一遍</source>
        <translation>This is not a whole join code. Please type or scan it again from the start</translation>
    </message>
    <message>
        <source>这个加入码到 {until} 为止，请管理员另发一个</source>
        <translation>This join code was good until {until}. Please ask the administrator for another</translation>
    </message>
    <message>
        <source>网点库不收这个加入码：用过了、作废了，或后来另发过。请管理员另发一个</source>
        <translation>The branch does not take this join code: it was used, revoked, or replaced by a later one. Please ask the administrator for another</translation>
    </message>
    <message>
        <source>这个加入码刚被另一台电脑用了。请告诉管理员，作废终端 {terminal} 后另发</source>
        <translation>Another PC has just used this join code. Please tell the administrator to revoke terminal {terminal} and admit it anew</translation>
    </message>
    <message>
        <source>应答的不是加入码说的那台服务器，证书不符。密码没有送出，请找管理员</source>
        <translation>What answers is not the server of the join code: its certificate differs. No password was sent. Please call the administrator</translation>
    </message>
    <message>
        <source>网点库还是空的，请先让建立网点的那台电脑加入</source>
        <translation>The branch database is still empty. Please let the PC that founded the branch join first</translation>
    </message>
    <message>
        <source>这台电脑已有另一个网点的记录，不能加入。请用还没有建立过的电脑</source>
        <translation>This PC holds records of another branch and cannot join. Please use a PC that was not set up yet</translation>
    </message>
    <message>
        <source>这台电脑是终端 {terminal}，这个加入码是给另一台的</source>
        <translation>This PC is terminal {terminal}; this join code is for another</translation>
    </message>
    <message>
        <source>这台终端的受理编号字母另有日志在用，请管理员换一个终端号</source>
        <translation>Another journal of this terminal uses these letters. Please ask the administrator for another terminal number</translation>
    </message>
    <message>
        <source>连不上网点库（{detail}）</source>
        <translation>The branch database cannot be reached ({detail})</translation>
    </message>
    <message>
        <source>网点库的服务器没有地方了，请在服务器上腾出地方；没存上的都在各台电脑上，有了地方自己会上去</source>
        <translation>The branch&apos;s server has no room left. Please make room there: what it did not take is on the PCs, and goes up by itself</translation>
    </message>
    <message>
        <source>网点库的文件坏了，请在服务器上检查磁盘，用备份恢复；各台会把缺的补回去</source>
        <translation>The branch&apos;s files are damaged. Please check the server&apos;s disk and restore a backup: the PCs bring back what it lacks</translation>
    </message>
    <message>
        <source>服务器没有打开加密（TLS），不连接。请在服务器上打开 ssl</source>
        <translation>The server speaks without encryption (TLS) and is not used. Please set ssl = on at the server</translation>
    </message>
    <message>
        <source>不加密只能连本机上的服务器，请改用加密的地址</source>
        <translation>Only a server on this very machine may be used without encryption. Please use an encrypted address</translation>
    </message>
    <message>
        <source>服务器出示的不是记下的那张自签证书，不连接。请管理员另发加入码</source>
        <translation>The server does not show the self-signed certificate that was noted, and is not used. Please ask the administrator for a new join code</translation>
    </message>
    <message>
        <source>网点库的地址要写成 postgresql://用户@主机:端口/库名</source>
        <translation>The address of the branch database has to be postgresql://user@host:port/database</translation>
    </message>
    <message>
        <source>服务器没有让进：用户、密码或 pg_hba.conf 不对</source>
        <translation>The server did not let us in: user, password or pg_hba.conf</translation>
    </message>
    <message>
        <source>这个用户没有这个权限，请用库的属主，并给他 CREATEROLE</source>
        <translation>This user may not do that. Please use the owner of the database, with CREATEROLE</translation>
    </message>
    <message>
        <source>网点库没有接纳这台终端，或已作废</source>
        <translation>The branch has not admitted this terminal, or has revoked it</translation>
    </message>
    <message>
        <source>PostgreSQL 至少要 15 版</source>
        <translation>PostgreSQL 15 or later is needed</translation>
    </message>
    <message>
        <source>这个库是另一个网点的，请另建一个空库</source>
        <translation>This database is another branch&apos;s. Please make an empty one</translation>
    </message>
    <message>
        <source>这个库是更新的程序建的，请先更新本机程序</source>
        <translation>This database was made by a newer program. Please update this PC&apos;s program first</translation>
    </message>
    <message>
        <source>网点库与本机程序的版本合不上，请管理员运行 branch upgrade</source>
        <translation>The branch database does not fit this program. Please ask the administrator to run branch upgrade</translation>
    </message>
    <message>
        <source>这个库的结构与本机程序说的不同，像是别的程序改过，没有动它</source>
        <translation>The structure of this database is not what this program made: something else seems to have changed it. It was left alone</translation>
    </message>
    <message>
        <source>这个库还没有建成网点库，请先运行 branch init</source>
        <translation>This is no branch database yet. Please run branch init first</translation>
    </message>
    <message>
        <source>没有接纳过终端 {terminal}</source>
        <translation>Terminal {terminal} was never admitted</translation>
    </message>
    <message>
        <source>有连接占着这台终端的角色不放，请再运行一次</source>
        <translation>A connection holds the role of this terminal. Please run this once more</translation>
    </message>
    <message>
        <source>终端号是 1 到 99</source>
        <translation>Terminals are numbered 1 to 99</translation>
    </message>
    <message>
        <source>时间要写成 2026-11-23T21:30，不能晚于现在</source>
        <translation>The time has to be as 2026-11-23T21:30 and not after now</translation>
    </message>
    <message>
        <source>练习用的数据不建网点库，也不加入</source>
        <translation>A home for practice makes no branch database and joins none</translation>
    </message>
    <message>
        <source>这台电脑没有加入网点库，只有本机的记录</source>
        <translation>This PC has not joined a branch; only its own records are here</translation>
    </message>
    <message>
        <source>网点库现在连不上，连上后再试；别的照常办理</source>
        <translation>The branch is out of reach; try again when it is back. Everything else goes on</translation>
    </message>
    <message>
        <source>{terminal} 号终端刚接手这笔业务，马上传到，请稍候再看</source>
        <translation>Terminal {terminal} has just taken this case up; it will be here in a moment</translation>
    </message>
    <message>
        <source>同一业务在 {windows} 号窗同时继续，先定由谁办：那个窗口按 Alt+T</source>
        <translation>The same case goes on at windows {windows}. Agree who serves it: that window presses Alt+T</translation>
    </message>
    <message>
        <source>已经有人定下来了，请再看一遍</source>
        <translation>Somebody has settled it already, look again</translation>
    </message>
    <message>
        <source>两份的证件号不同，不能并成一位</source>
        <translation>The identity numbers differ, they cannot be joined</translation>
    </message>
    <message>
        <source>本机没有这位客户的资料</source>
        <translation>This customer is not held here</translation>
    </message>
    <message>
        <source>这张单据的内容不在网点库，或不许本机看</source>
        <translation>This paper is not in the branch, or this PC may not hold it</translation>
    </message>
    <message>
        <source>这笔业务已转交给 {staff}</source>
        <translation>This case was handed over to {staff}</translation>
    </message>
    <message>
        <source>这笔业务没有人在办，可以直接接着办</source>
        <translation>Nobody works on this case, you can go on with it</translation>
    </message>
    <message>
        <source>{staff} 不办柜面业务，请换一位</source>
        <translation>{staff} does not serve at the counter, choose somebody else</translation>
    </message>
    <message>
        <source>本机 {hours} 小时没有见到网点库，签到要运营主管在旁放行</source>
        <translation>This PC has not seen the branch for {hours} hours: a supervisor has to let you in</translation>
    </message>
    <message>
        <source>请写明删除依据的文号和作出决定的人</source>
        <translation>State the number of the order and who decided it</translation>
    </message>
    <message>
        <source>没有留存这位客户的资料，不用删除</source>
        <translation>Nothing of this customer is held; there is nothing to erase</translation>
    </message>
    <message>
        <source>这位客户还有没办完的事，办完再删除</source>
        <translation>This customer has matters still open; erase when they are done</translation>
    </message>
    <message>
        <source>规则里没有保存年限，不能按年限删除，请先补规则</source>
        <translation>The rules state no retention period; add it before erasing by period</translation>
    </message>
    <message>
        <source>保存年限没到，{from} 起才能删除</source>
        <translation>The retention period has not ended; erasing is possible from {from}</translation>
    </message>
    <message>
        <source>这条记录的内容没有传到本机，传到后再定</source>
        <translation>The content of this record has not arrived here; settle it when it has</translation>
    </message>
    <message>
        <source>隔离的记录里没有这一条，请再看一遍</source>
        <translation>This record is not in quarantine; please look again</translation>
    </message>
    <message>
        <source>这一条已经有人定下来了</source>
        <translation>Somebody has settled this one already</translation>
    </message>
    <message>
        <source>还没有加入一个网点：请网点的管理员 admit，再在这里 office join 加入码</source>
        <translation>No branch has been joined: have a branch&apos;s administrator admit head office, then office join CODE here</translation>
    </message>
    <message>
        <source>这台终端的签名已经有人作保</source>
        <translation>This terminal&apos;s key has been vouched for</translation>
    </message>
    <message>
        <source>作过保的是另一把签名钥匙，先查清这台电脑是怎么来的，再决定作废还是另发加入码</source>
        <translation>Another key was vouched for: find out first where this PC comes from, then revoke it or give it a new join code</translation>
    </message>
    <message>
        <source>本机的日志不是接着别的日志写的，没有要说的</source>
        <translation>This PC&apos;s journal does not go on from another: there is nothing to tell</translation>
    </message>
    <message>
        <source>这台电脑还没有建立网点，请先打开程序建立</source>
        <translation>This PC has founded no branch yet. Please open the program and do that first</translation>
    </message>
</context>
</TS>
