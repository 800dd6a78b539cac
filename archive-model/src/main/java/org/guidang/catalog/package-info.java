// SPDX-License-Identifier: AGPL-3.0-only
/**
 * The catalogue of government service items (事项) and, per item, the archiving configuration (归档配置): retention,
 * material catalogue and folders, in versions. After DA/T 85-2019 and 浙档发〔2019〕16号 5.2 a); the element names of
 * the configuration as written into packages are packaging's. Knows organization by code only.
 */
package org.guidang.catalog;
