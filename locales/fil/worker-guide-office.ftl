guide-office-ask = Itanong kung nasaan ito
guide-office-not-needed = Hindi ninyo kailangang pumunta sa opisina: puwede ninyong sabihin sa amin dito, kahit walang pangalan. O magbigay ng numerong sa inyo lang; may tatawag at magsasabi kung nasaan ang opisina at kailan ito bukas.
