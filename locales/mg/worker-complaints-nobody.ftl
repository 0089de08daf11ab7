# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = Tsy misy olona mamaky izao. Misy olona hamaky ity aorian'ny { $time }. Raha tsy afaka miandry ianao dia miantsoa.
complaints-first-nobody = Tsy mangataka ny anaranao na ny pasipaoronao izahay. Tsy misy olona mamaky izao. Misy olona hamaky izay halefanao aorian'ny { $time }.
