import type { ReceiptTexts } from '../en/receipt.ts';

export const receipt: ReceiptTexts = {
  title: { sale: '收据', refund: '退款', void: '作废', training: '培训' },
  banner: { refund: '退款', void: '作废', training: '培训模式 – 非有效收据', copy: '副本 {{number}}' },
  head: {
    number: '收据号',
    order: '订单号',
    original: '原收据号',
    date: '日期',
    register: '收银台',
    staff: '收银员',
    customer: '顾客',
    taxNumber: '税号 {{number}}',
    phone: '电话 {{number}}',
  },
  line: {
    unnamed: '商品',
    perUnit: '{{quantity}} × {{price}}',
    perMeasure: '{{quantity}} {{unit}} × {{price}}/{{unit}}',
  },
  adjustment: {
    discount: '折扣',
    promotion: '优惠',
    priceOverride: '改价',
    orderDiscount: '整单折扣',
    deposit: '押金',
  },
  total: {
    items: { one: '共 1 件', other: '共 {{count}} 件' },
    subtotal: '小计',
    tax: '税额',
    total: '合计',
    refund: '退款合计',
    rounding: '抹零',
    change: '找零',
  },
  tax: { rate: '税率', net: '不含税', tax: '税额', gross: '含税', included: '价格已含税' },
  tender: { cash: '现金', card: '银行卡', bankTransfer: '银行转账', voucher: '代金券', other: '其他' },
  printer: {
    testTitle: '打印机测试',
    offline: '打印机没有响应。请检查电源和连接。',
    paperEnd: '打印机缺纸。请装入新纸卷。',
    coverOpen: '打印机盖未关。请合上盖子。',
    stuck: '打印机已连接但没有动作。请重新开关打印机。',
    notConfigured: '此收银台尚未设置打印机。',
    uncertain: '收据可能已经打印。请先查看打印机，再选择。',
  },
};
