complaints-upload-going = Ipinapadala
complaints-upload-stopped = Huminto: walang koneksiyon. Kusa itong magpapatuloy.
complaints-upload-checking = Nakarating na lahat. Tinitingnan na namin ngayon.
complaints-upload-again = Kapag nagsara ang pahinang ito, bumalik dito at piliin ang parehong file: magpapatuloy ito kung saan huminto.
complaints-problem-upload-title = Hindi nakarating nang buo ang file
complaints-problem-upload = Bumalik at piliin ulit ang file. Magpapatuloy ito kung saan huminto.
