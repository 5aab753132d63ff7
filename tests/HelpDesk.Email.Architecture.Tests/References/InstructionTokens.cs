using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace HelpDesk.Email.Architecture.Tests.References;

/// <summary>The metadata tokens in the instructions of a method (ECMA-335, partition III).</summary>
internal static class InstructionTokens
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    public static IEnumerable<int> Read(byte[] il)
    {
        for (var i = 0; i < il.Length;)
        {
            var code = il[i] == 0xFE ? 0xFE00 | il[i + 1] : il[i];
            i += code > 0xFF ? 2 : 1;
            switch (Operands[code])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    i += 1;
                    break;
                case OperandType.InlineVar:
                    i += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    i += 8;
                    break;
                case OperandType.InlineSwitch:
                    i += 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(i)));
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(i));
                    i += 4;
                    break;
                default:
                    i += 4;
                    break;
            }
        }
    }
}
