complaints-upload-going = Alefa izao
complaints-upload-stopped = Nijanona: tsy misy fifandraisana. Hitohy ho azy izy.
complaints-upload-checking = Tonga daholo. Jerenay izao.
complaints-upload-again = Raha mikatona ity pejy ity dia miverena eto ary fidio ilay rakitra iray ihany: hitohy amin'izay nijanonany izy.
complaints-problem-upload-title = Tsy tonga manontolo ilay rakitra
complaints-problem-upload = Miverena ary fidio indray ilay rakitra. Hitohy amin'izay nijanonany izy.
