complaints-upload-going = 正在发送
complaints-upload-stopped = 停了：没有网络。会自动继续。
complaints-upload-checking = 全部收到了。我们正在查看。
complaints-upload-again = 如果这个页面关了，请回到这里，再选同一个文件：会从停的地方继续。
complaints-problem-upload-title = 文件没有收完整
complaints-problem-upload = 请返回，再选一次文件。会从停的地方继续。
