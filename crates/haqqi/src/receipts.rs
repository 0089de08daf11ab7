//! Receipts from the command line: the key to be published, and checking without a house.

use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use data_encoding::BASE64;
use haqqi_kernel::{Keys, ReceiptCode, ReceiptError, Vault, open_receipt};

use crate::config::Config;

/// `haqqi keys public`.
pub(crate) fn public(config: &Config) -> anyhow::Result<ExitCode> {
    let vault = Vault::new(Keys::read(&config.keys)?);
    println!("ed25519 {}", BASE64.encode(&vault.receipt_key()));
    Ok(ExitCode::SUCCESS)
}

/// `haqqi verify`: needs neither key file nor database.
pub(crate) fn verify(key: &str) -> anyhow::Result<ExitCode> {
    let text = key.trim();
    let text = text.strip_prefix("ed25519").unwrap_or(text).trim();
    let bytes = BASE64.decode(text.as_bytes()).context("the key is not base64")?;
    let key = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| anyhow!("the key has not 32 bytes"))?;
    let typed = std::io::read_to_string(std::io::stdin())?;
    let mut lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
    let letters = lines.next().context("give the letters of the square on the first line")?;
    let code = match lines.next() {
        None => None,
        Some(line) => Some(line.parse::<ReceiptCode>().context("the second line is the code")?),
    };
    match open_receipt(letters, code.as_ref(), &key) {
        Ok(said) => {
            println!("genuine");
            println!("number {}", said.reference);
            println!("received {}", said.received_at.to_rfc3339());
            if let Some(promised) = said.promised_at {
                println!("read before {}", promised.to_rfc3339());
            }
            if let Some(office) = said.office {
                println!("office {office}");
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(ReceiptError::Locked) => {
            bail!("the code does not open it: one of the two is mistyped, or not hers")
        }
        Err(error) => bail!("not genuine: {error}"),
    }
}
