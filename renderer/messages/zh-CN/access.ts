import type { access as english } from '../en/access.ts'
import type { WithoutSingular } from '../translation.ts'

export const access = {
  reason: {
    'no-endpoint': '此密钥无权访问端点 {{endpoint}}。',
    'no-model': '此密钥无权访问该模型。',
    neither: '此密钥既无权访问端点 {{endpoint}}，也无权访问该模型。',
    'no-any-model': '此密钥无权访问任何模型，因此所有请求都会被拒绝。',
    'key-disabled': '此密钥已被其所有者停用，因此所有请求都会被拒绝。',
    'key-blocked': '此密钥已被提供商封禁，因此所有请求都会被拒绝。',
    'team-blocked': '此密钥所属的团队已被封禁，因此没有模型会应答。',
  },
  refusal: {
    noKey: '没有发送密钥：此连接没有密钥。',
    wrongKey: '服务器不认识此密钥。请更换密钥，或检查它是否属于该主机。',
    blocked: '提供商封禁了此密钥或其团队；相关标志显示在权限旁边。',
    unexplained: '此密钥的权限字符串允许这样做，因此无法解释为何被拒绝。只有服务器自己的说明才能解释。',
    unnamed: '应答中没有说明缺少哪项权限。',
    unread: '未能读取此密钥的权限，因此无法在此解释为何被拒绝。',
    missing_other: '缺少的权限字符串：',
  },
  option: '{{text}}（此密钥不可用）',
  see: '查看权限',
} as const satisfies WithoutSingular<typeof english>
