"""A server as a branch has one: TLS with a certificate of its own, SCRAM for everybody."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from counter_app.rehearsal.local_postgres import OWNER, LocalPostgres, make_cluster

ADMINISTRATOR_PASSWORD = "of the administrator"


def make_secured(folder: Path) -> LocalPostgres:
    """A running server that lets nobody in without TLS and SCRAM; its owner has a password."""
    cluster = make_cluster(folder, {"fsync": "off", "password_encryption": "'scram-sha-256'"})
    import psycopg

    with psycopg.connect(cluster.url("postgres"), autocommit=True) as owner:
        owner.execute(f"ALTER ROLE {OWNER} PASSWORD '{ADMINISTRATOR_PASSWORD}'")
    show_certificate(cluster)
    (cluster.data / "pg_hba.conf").write_text(
        "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n", "ascii"
    )
    cluster.stop()
    cluster.start()
    return cluster


def show_certificate(cluster: LocalPostgres) -> None:
    """Gives the server a new certificate; it shows it after the next start."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "branch server")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    _give(cluster, "server.crt", made.public_bytes(serialization.Encoding.PEM))
    _give(cluster, "server.key", private)
    configuration = cluster.data / "postgresql.conf"
    if "ssl = on" not in configuration.read_text("utf-8"):
        with configuration.open("a", encoding="utf-8") as file:
            file.write("ssl = on\n")


def administrator_url(cluster: LocalPostgres, database: str) -> str:
    """How the administrator reaches it: encrypted, by password."""
    secret = ADMINISTRATOR_PASSWORD.replace(" ", "%20")
    return f"postgresql://{OWNER}:{secret}@127.0.0.1:{cluster.port}/{database}?sslmode=require"


def _give(cluster: LocalPostgres, name: str, data: bytes) -> None:
    file = cluster.data / name
    file.write_bytes(data)
    file.chmod(0o600)
    owner = cluster.data.stat()
    shutil.chown(file, owner.st_uid, owner.st_gid)
