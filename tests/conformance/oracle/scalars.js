// The scalars that are not built in: DateTime, a millisecond count inside, and Shade.

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?(?:Z|([+-])(\d\d):(\d\d))$/i;

function parseDateTime(value) {
  const parts = typeof value === 'string' ? dateTime.exec(value) : null;
  if (!parts) {
    throw new TypeError('Not a point in time.');
  }

  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0'));
  const offset = (parts[8] === '-' ? -1 : 1) * (Number(parts[9] ?? 0) * 60 + Number(parts[10] ?? 0));
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, milliseconds);
  const exists = year > 0 && local.getUTCMonth() === month - 1 && local.getUTCDate() === day
    && hour < 24 && minute < 60 && second < 60 && Number(parts[9] ?? 0) < 24 && Number(parts[10] ?? 0) < 60;
  const time = local.getTime() - offset * 60_000;
  if (!exists || time < Date.parse('0001-01-01T00:00:00Z') || time > Date.parse('9999-12-31T23:59:59.999Z')) {
    throw new TypeError('No such point in time.');
  }

  return time;
}

function parseShade(value) {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) {
    throw new TypeError('Not a colour.');
  }

  return value.toLowerCase();
}

function writeShade(value) {
  if (!/^#[0-9a-f]{6}$/.test(value)) {
    throw new TypeError('Not a colour.');
  }

  return value;
}

/** The functions of each scalar, under the names of both versions. */
export function scalars(graphql) {
  const scalar = (parse, write) => {
    const literal = (node) => parse(node.kind === graphql.Kind.STRING ? node.value : undefined);
    return {
      serialize: write,
      parseValue: parse,
      parseLiteral: literal,
      coerceOutputValue: write,
      coerceInputValue: parse,
      coerceInputLiteral: literal,
    };
  };
  return {
    DateTime: scalar(parseDateTime, (time) => new Date(time).toISOString()),
    Shade: scalar(parseShade, writeShade),
  };
}
