# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = මේක තෝරන්න පුළුවන් මෙතනට ලොග් වෙන අයට විතරයි.
complaints-change = වෙනස් කරන්න
complaints-contact-kept = කලින් දුන්න එක තියාගන්න ඕනේ නම් මේක හිස්ව තියන්න.
complaints-safe-word-forget = මට තවදුරටත් අඳුරගන්න වචනයක් එපා
complaints-code-renewed = කාර්යාලයෙන් ඔයාට අලුත් කෝඩ් එකක් දුන්නද? එහෙනම් වැඩ කරන්නේ අලුත් එක විතරයි. ඒක ඔයා ගාව නැත්නම් අපිට කෝල් කරන්න කියන්න, නැත්නම් කම්කරු කාර්යාලෙකට යන්න. අපි උදව් කරනවා.
complaints-evidence-filer-lead = වැඩ කරන කෙනා වෙනුවෙන් ෆොටෝ, ලියකියවිලි හරි රෙකෝඩින් හරි එකතු කරන්න පුළුවන්. ඒවා මෙතන ආයෙත් අරින්න බැහැ.
complaints-evidence-filer-count = ඔයා එකතු කරපු ෆයිල්: { $number }
complaints-group-secret = මේ කවුද කියලා වැඩ දෙන කෙනාට දැනගන්න දෙන්නද?
complaints-group-secret-anonymous = එපා, නම කියන්නෙත් නැහැ
complaints-group-claims = මේ වැඩ කරන කෙනාට දුන්නේ නැති පඩිය මොකක්ද?
