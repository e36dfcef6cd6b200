//! The session token, which distinguishes one run of the server from all others.

use std::io;

/// Returns a new token: 128 bits from the system's random source, in hexadecimal.
///
/// # Errors
/// Fails if the system's random source does.
pub(super) fn random() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_128_random_bits() {
        let tokens = [(); 100].map(|()| random().expect("randomness"));
        for (at, token) in tokens.iter().enumerate() {
            assert_eq!(token.len(), 32);
            assert!(
                token
                    .bytes()
                    .all(|byte| b"0123456789abcdef".contains(&byte)),
                "{token}"
            );
            assert!(!tokens[..at].contains(token), "{token} came twice");
        }
        // If a bit were constant, all tokens would agree on it; by chance that happens once in 2^92
        // runs.
        let bits = tokens.map(|token| u128::from_str_radix(&token, 16).expect("a number"));
        assert_eq!(
            bits.iter()
                .fold(0, |any, token| any | token),
            u128::MAX
        );
        assert_eq!(
            bits.iter()
                .fold(u128::MAX, |all, token| all & token),
            0
        );
    }
}
