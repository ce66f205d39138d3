import type { tour as english } from '../en/tour.ts'
import type { WithoutSingular } from '../translation.ts'

export const tour = {
  place: '第 {{step}} 步，共 {{of}} 步',
  skip: '跳过导览',
  back: '上一步',
  next: '下一步',
  done: '完成',
  steps: {
    models: {
      title: '每个模型及其费用',
      text: '你的密钥可见的列表，价格与 API 计费完全一致。打开一行可查看模型的全部信息；勾选多行可进行对比。',
    },
    unit: {
      title: '一个开关切换所有价格的单位',
      text: '每百万、每千、每 token 或原始 tick：单位在各处同时改变，背后的数值从不改变。',
    },
    compare: {
      title: '按你自己的工作对比',
      text: '选择两个或更多模型，填写每天的请求数和长度，看看在每个模型上会花多少。',
    },
    playground: {
      title: '发送之前的费用',
      text: '输入时，此卡片显示 token 数、预计费用和最高费用。之后每个回答都会并列显示计费金额与计算金额。',
    },
    usage: {
      title: '全部花费',
      text: '每个请求都记录在本机，精确到 tick。预算在发送前阻止请求，对账则与提供商的数字比较。',
    },
    'api-key': {
      title: '你自己的密钥',
      text: '在此输入密钥即可离开演示。每个视图顶部的“这是什么？”或 Shift+F1 会解释其中的每个数字。',
    },
  },
} as const satisfies WithoutSingular<typeof english>
