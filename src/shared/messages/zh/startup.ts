export const startup = {
  cannotOpen: 'Tillwise 无法打开此店铺',
  refusal: {
    folder: {
      inUse: '此店铺已在另一个 Tillwise 中打开，请先关闭它。',
      unusable: '无法使用其数据文件夹。请检查磁盘以及写入权限。',
    },
    database: {
      foreign: '该文件不是 Tillwise 店铺；未作任何更改。请选择其他数据文件夹。',
      newer: '此店铺由更新版本的 Tillwise 写入；未作任何更改。请安装新版本后再打开。',
      damaged: '店铺文件已损坏；未作任何更改。请把最新的备份恢复到新文件夹。',
    },
    other: '请重新启动电脑。如果再次出现，请把最新的备份恢复到新文件夹。',
  },
  details: '详细信息：{{details}}',
  port: {
    title: '浏览器无法连接',
    inUse: '端口 {{port}} 正被其他程序使用。',
    refused: '无法打开端口 {{port}}。',
    hint: '本收银台可照常使用。如需让浏览器连接，请关闭占用端口的程序，或用其他 --port 启动 Tillwise。',
  },
  engineLost: '店铺引擎在一分钟内两次意外停止。',
  pageLost: '窗口页面意外停止（{{reason}}）。',
  salesStored: '您的销售记录已保存。请重新开始，或关闭程序。',
  startAgain: '重新开始',
  close: '关闭',
} as const;
