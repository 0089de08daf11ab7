# Mailaka mety ho hitan'ny hafa: tsy milaza na inona na inona.
messaging-sender = Birao mpandray
messaging-arrived-subject = Ny hafatrao
messaging-arrived-body = Tonga ny zavatra nalefanao. Tsy misy tokony hataonao izao. Azafady, aza valiana ity mailaka ity.
messaging-news-subject = Hafatra ho anao
messaging-news-body = Misy zavatra vaovao hovakinao. Azonao vakina any amin'ny toerana nanoratanao taminay izany, amin'ny laharanao sy ny kaodinao. Misafidiana fotoana maha irery anao. Azafady, aza valiana ity mailaka ity.
