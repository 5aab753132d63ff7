using System.Buffers.Binary;
using System.Numerics;

namespace HelpDesk.Email.Tests.Model;

/// <summary>128 bits of what is added: two independent multiplicative hashes. A million worlds collide with a chance of about 1 in 10^26.</summary>
internal struct WorldHash
{
    private ulong _first;
    private ulong _second;

    public WorldHash()
    {
        _first = 0x9E37_79B9_7F4A_7C15;
        _second = 0xC2B2_AE3D_27D4_EB4F;
    }

    public readonly UInt128 Value => new(_first, _second);

    public void Add(ReadOnlySpan<byte> octets)
    {
        Span<byte> rest = stackalloc byte[8];
        while (octets.Length > 0)
        {
            var taken = Math.Min(8, octets.Length);
            rest.Clear();
            octets[..taken].CopyTo(rest);
            Mix(BinaryPrimitives.ReadUInt64LittleEndian(rest));
            octets = octets[taken..];
        }
    }

    private void Mix(ulong word)
    {
        _first = BitOperations.RotateLeft((_first ^ word) * 0xFF51_AFD7_ED55_8CCD, 31);
        _first ^= _first >> 29;
        _second = BitOperations.RotateLeft((_second + word) * 0xC4CE_B9FE_1A85_EC53, 27);
        _second ^= _second >> 32;
    }
}
