complaints-upload-going = भेजा जा रहा है
complaints-upload-stopped = रुक गया: कनेक्शन नहीं है। यह अपने आप फिर चलेगा।
complaints-upload-checking = पूरा आ गया। अब हम इसे देख रहे हैं।
complaints-upload-again = अगर यह पन्ना बंद हो जाए तो यहाँ वापस आकर वही फ़ाइल चुनें: जहाँ रुका था वहीं से चलेगा।
complaints-problem-upload-title = फ़ाइल पूरी नहीं आई
complaints-problem-upload = वापस जाकर फ़ाइल फिर चुनें। जहाँ रुका था वहीं से चलेगा।
