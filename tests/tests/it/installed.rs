//! An installation as a ministry makes it, from nothing: keys, people, a mail server, `haqqi serve`.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::server::Folder;

/// A running `haqqi serve` with a folder of its own. Killed when dropped.
pub struct Installed {
    folder: Folder,
    child: Option<Child>,
    at: String,
    pub base: String,
    /// A file that tells the system's font library where to look; without it, where it always does.
    fonts: Option<PathBuf>,
}

impl Drop for Installed {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Installed {
    /// Makes the folder, the keys and the configuration; `mail` is the port of a relay on this machine.
    pub fn new(mail: Option<u16>) -> Self {
        let folder = Folder::new();
        std::fs::create_dir_all(&folder.0).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let at = format!("127.0.0.1:{port}");
        let keys = folder.0.join("haqqi.keys");
        std::fs::write(&keys, format!("{}\n", "5a".repeat(32))).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o600)).unwrap();
        }
        std::fs::write(folder.0.join("password"), "seven quiet herons walk\n").unwrap();
        let data = folder.0.join("data");
        let mut settings = format!(
            "data = {data:?}\nkeys = {keys:?}\n[server]\nlisten = \"{at}\"\nbase_url = \"http://{at}\"\n"
        );
        if let Some(port) = mail {
            settings += &format!(
                "[mail]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nfrom = \"desk@service.example\"\n"
            );
        }
        std::fs::write(folder.0.join("haqqi.toml"), settings).unwrap();
        Self { folder, child: None, base: format!("http://{at}"), at, fonts: None }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.0.join(name)
    }

    /// From now on the system has no fonts.
    pub fn takes_the_fonts_away(&mut self) {
        let nowhere = self.file("no-fonts");
        std::fs::create_dir_all(&nowhere).unwrap();
        let settings = self.file("fonts.conf");
        let dir = nowhere.display();
        std::fs::write(&settings, format!("<fontconfig><dir>{dir}</dir></fontconfig>")).unwrap();
        self.fonts = Some(settings);
    }

    /// The binary with this installation's configuration.
    fn haqqi(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(haqqi_blackbox::binary().unwrap());
        command.args(arguments).arg("--config").arg(self.file("haqqi.toml"));
        command.envs(self.fonts.as_ref().map(|file| ("FONTCONFIG_FILE", file)));
        command
    }

    /// What `haqqi doctor` prints, whether it finds everything well or not.
    pub fn doctor(&self) -> String {
        String::from_utf8(self.haqqi(&["doctor"]).output().unwrap().stdout).unwrap()
    }

    /// A command of the binary with this installation's configuration; what it prints.
    pub fn command(&self, arguments: &[&str]) -> String {
        let output = self.haqqi(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Adds a person and gives their API token.
    pub fn person(&self, name: &str, role: &str, more: &[&str]) -> String {
        let password = self.file("password");
        let password = password.to_str().unwrap();
        let mut arguments =
            vec!["user", "add", name, "--name", name, "--role", role, "--password-file", password];
        arguments.extend(more);
        self.command(&arguments);
        self.command(&["user", "token", name]).trim().to_owned()
    }

    /// Starts the server and waits until it is ready.
    pub async fn serve(&mut self) {
        let log = std::fs::File::create(self.file("log")).unwrap();
        let child = self.haqqi(&["serve"]).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        self.child = Some(child);
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            if std::net::TcpStream::connect(&self.at).is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("it does not serve: {}", std::fs::read_to_string(self.file("log")).unwrap());
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.file("data")
    }
}

/// Whether a file of this folder holds these words in clear, whatever the file.
pub fn holds(folder: &Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(path).unwrap_or_default() } else { Vec::new() };
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}
