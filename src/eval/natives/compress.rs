//! `zlib`, as far as its checksums.

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `zlib`: checksums; what compresses is not computed.
pub static ZLIB: NativeModule = NativeModule {
    functions: &[
        Row::new("crc32", crc32_call),
        Row::new("adler32", |call| {
            let [data, start] = call.take("adler32", ["data", "value"], 1)?;
            let data = call.need_bytes(&data.unwrap_or(Value::None))?;
            let start = start.map_or(Ok(1), |start| call.need_int(&start))?;
            let (mut low, mut high) = (start & 0xffff, start >> 16 & 0xffff);
            for byte in data.iter() {
                low = (low + i128::from(*byte)) % 65_521;
                high = (high + low) % 65_521;
            }
            Ok(Value::Int(high << 16 | low))
        }),
    ],
    ..NativeModule::new("zlib")
};

pub(super) fn crc32_call(call: &mut Call<'_>) -> Evaluated {
    let [data, start] = call.take("crc32", ["data", "value"], 1)?;
    let data = call.need_bytes(&data.unwrap_or(Value::None))?;
    let start = start.map_or(Ok(0), |start| call.need_int(&start))?;
    Ok(Value::Int(crc32(&data, (start & 0xffff_ffff) as u32).into()))
}

fn crc32(data: &[u8], start: u32) -> u32 {
    !data.iter().fold(!start, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn crc_is_the_standards() {
        assert_eq!(super::crc32(b"123456789", 0), 0xcbf4_3926);
    }
}
