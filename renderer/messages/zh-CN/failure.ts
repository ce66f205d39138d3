import type { failure as english } from '../en/failure.ts'
import type { WithoutSingular } from '../translation.ts'

export const failure = {
  offline: {
    title: '本机处于离线状态',
    next: '请检查网络连接，然后重试。',
  },
  'host-not-found': {
    title: '找不到服务器名称',
    next: '请检查“设置”中的 Base URL 和网络连接。',
  },
  'connection-refused': {
    title: '服务器拒绝了连接',
    next: '请检查“设置”中的地址和端口，以及服务器是否正在运行。',
  },
  'connection-lost': {
    title: '连接中断',
    next: '请重试。如果反复发生，请检查网络或代理。',
  },
  slept: {
    title: '因休眠而中断',
    next: '本机进入了休眠，连接也随之中断。请重试。',
  },
  'certificate-invalid': {
    title: '服务器的证书不受信任',
    next: '没有发送任何内容。请检查 Base URL、本机的时钟，以及是否有代理在检查流量。',
  },
  'proxy-refused': {
    title: '代理拒绝了请求',
    next: '请检查本机的代理设置，以及代理是否允许该主机。',
  },
  'timed-out': {
    title: '服务器没有及时应答',
    next: '请稍后重试。如果反复发生，请检查网络连接和“设置”中的 Base URL。',
  },
  stopped: { title: '已停止', next: '不会再发送任何内容。可以随时重新开始。' },
  'no-key': {
    title: '请求没有 API 密钥',
    next: '请在“API 密钥”中为此服务器添加密钥。',
  },
  'wrong-key': {
    title: 'API 密钥未被接受',
    next: '请在“API 密钥”中检查密钥，或更换为控制台中新建的密钥。',
  },
  'not-permitted': {
    title: '此密钥没有这项权限',
    next: '请在“API 密钥”中查看权限，或使用有权访问该端点和模型的密钥。',
  },
  'key-disabled': {
    title: '此 API 密钥已停用',
    next: '请在提供商的控制台中启用它，或使用其他密钥。',
  },
  'key-blocked': {
    title: '此 API 密钥或其团队已被封禁',
    next: '原因可在提供商的控制台中查看。在此期间请使用其他密钥。',
  },
  'credits-used-up': {
    title: 'credits 已用完或已达到花费上限',
    next: '请在控制台中充值 credits 或提高上限。重试没有用。',
  },
  'rate-limited': {
    title: '请求过多',
    next: '请稍候片刻，然后重试。',
  },
  'model-not-found': {
    title: '服务器不认识此密钥请求的模型',
    next: '请从“模型”中选择一个模型。名称已停用或缺少权限都会得到同样的应答。',
  },
  'route-not-found': {
    title: '服务器没有这个地址',
    next: '请检查“设置”中的 Base URL：应该只填主机，不带路径。',
  },
  'prompt-too-long': {
    title: '提示词超出模型的上下文长度',
    next: '请缩短提示词，或选择上下文更长的模型。',
  },
  'invalid-request': {
    title: '服务器没有接受该请求',
    next: '服务器的原话见下方。',
  },
  unavailable: {
    title: '服务器繁忙或正在维护',
    next: '请稍后重试。',
  },
  'server-error': {
    title: '服务器自身发生错误',
    next: '请重试。如果一直如此，请把请求 ID 报告给提供商。',
  },
  redirected: {
    title: '服务器把请求转向了别处',
    next: '没有跟随转向，因此密钥没有外泄。请在“设置”中填写最终地址。',
  },
  'not-the-api': {
    title: '应答不是来自 API',
    next: '收到的是网页而不是数据：请检查 Base URL、网络的登录页面或代理。',
  },
  'malformed-answer': {
    title: '无法读取应答',
    next: '请重试。如果一直如此，请复制详细信息：应答的格式与此 API 不符。',
  },
  'empty-answer': { title: '服务器的应答为空', next: '请重试。' },
  'answer-too-large': {
    title: '应答超出了本应用能接受的大小',
    next: '请检查 Base URL：这可能不是该 API。',
  },
  'cut-off': {
    title: '应答在结束前中断',
    next: '已收到的内容会保留。请再次提问以获取其余部分。',
  },
  'key-unusable': {
    title: '现在无法打开已保存的密钥',
    next: '没有删除任何内容。请解锁密钥环并重新启动，或在“API 密钥”中重新输入密钥。',
  },
  'no-keyring': {
    title: '本机现在没有密钥环',
    next: '请仅在本次会话中保留密钥，或启动密钥环后重试。',
  },
  'invalid-base-url': {
    title: '这不是可用的 Base URL',
    next: '请输入 https 地址，例如 https://api.x.ai；只有本机可以使用 http。',
  },
  busy: { title: '已有操作正在进行', next: '请等待其完成，或先将其停止。' },
  'not-found': { title: '该内容已不存在', next: '请返回重新选择。' },
  'disk-full': {
    title: '磁盘已满',
    next: '无法再保存新内容。请腾出一些空间，然后重试。',
  },
  'storage-read-only': {
    title: '数据文件夹不可写',
    next: '请检查其权限。应用可以使用，但不会保存任何内容。',
  },
  'storage-failed': {
    title: '本地数据库出错',
    next: '请重新启动应用。如果一直如此，请复制详细信息。',
  },
  'no-images': {
    title: '此模型不接受图像',
    next: '请选择其他模型，或移除图像。没有发送任何内容。',
  },
  'budget-reached': {
    title: '已达到预算',
    next: '没有发送任何内容。请在“用量”中修改预算，或允许这一次请求。',
  },
} as const satisfies WithoutSingular<typeof english>
