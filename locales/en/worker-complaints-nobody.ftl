# Nobody is on duty: what can be promised, and what she can do.
complaints-nobody = Nobody is there to read now. A person reads this after { $time }. If you cannot wait, call.
complaints-first-nobody = We do not ask for your name or passport. Nobody is there to read now. A person reads what you send after { $time }.
