# Filing: reading over, reaching her, codes that were renewed.
complaints-error-filer = Ni watu wanaoingia hapa kwa akaunti tu wanaoweza kuchagua hili.
complaints-change = Badilisha
complaints-contact-kept = Acha hapa wazi ili ulichotoa awali kibaki.
complaints-safe-word-forget = Sitaki tena neno la usalama
complaints-code-renewed = Je, ofisi ilikupa namba mpya ya siri? Basi mpya tu ndiyo inafanya kazi. Kama huna, omba tukupigie simu au nenda ofisi ya kazi. Tutakusaidia.
complaints-evidence-filer-lead = Unaweza kuongeza picha, hati au rekodi kwa ajili ya mfanyakazi. Huwezi kuzifungua tena hapa.
complaints-evidence-filer-count = Faili ulizoongeza: { $number }
complaints-group-secret = Je, mwajiri anaweza kujua ni nani?
complaints-group-secret-anonymous = Hapana, na jina halitolewi
complaints-group-claims = Ni mshahara upi wa mfanyakazi huyu haujalipwa?
