# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = Walang magbabasa ngayon. May taong babasa nito pagkatapos ng { $time }. Kung hindi kayo makahintay, tumawag.
complaints-first-nobody = Hindi namin hinihingi ang pangalan o pasaporte ninyo. Walang magbabasa ngayon. May taong babasa ng ipapadala ninyo pagkatapos ng { $time }.
