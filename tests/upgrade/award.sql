BEGIN TRANSACTION;
CREATE TABLE agreement (
	id INTEGER NOT NULL,
	enrolment_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	signer_id INTEGER NOT NULL,
	signer_name VARCHAR(120) NOT NULL,
	phone VARCHAR(24),
	language VARCHAR(8) NOT NULL,
	version VARCHAR(32) NOT NULL,
	text_hash VARCHAR(64) NOT NULL,
	signed_at DATETIME NOT NULL,
	CONSTRAINT pk_agreement PRIMARY KEY (id),
	CONSTRAINT fk_agreement_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT fk_agreement_signer_id_person FOREIGN KEY(signer_id) REFERENCES person (id),
	CONSTRAINT uq_agreement_enrolment_id_kind UNIQUE (enrolment_id, kind)
);
INSERT INTO "agreement" VALUES(1,2,'participant',13,'«unsigned» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(2,3,'participant',14,'«new» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(3,4,'participant',15,'«unassigned» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(4,5,'participant',16,'«drafting» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(5,6,'participant',17,'«proposed» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(6,7,'participant',18,'«agreed» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(7,8,'participant',19,'«active» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(8,9,'participant',20,'«paused» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(9,10,'participant',21,'«other» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(10,8,'representative',22,'«rep» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(11,7,'representative',22,'«rep» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(12,5,'representative',22,'«rep» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(13,3,'representative',22,'«rep» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(14,9,'representative',22,'«rep» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(15,6,'representative',22,'«rep» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(16,4,'representative',22,'«rep» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
INSERT INTO "agreement" VALUES(17,10,'representative',23,'«rep2» Аты',NULL,'kk','1','0000000000000000000000000000000000000000000000000000000000000000','2026-03-18 09:00:00.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005_weeks');
CREATE TABLE audit (
	id INTEGER NOT NULL,
	at DATETIME NOT NULL,
	actor_id INTEGER,
	action VARCHAR(64) NOT NULL,
	subject VARCHAR(32) NOT NULL,
	subject_id INTEGER,
	details JSON NOT NULL,
	CONSTRAINT pk_audit PRIMARY KEY (id),
	CONSTRAINT fk_audit_actor_id_person FOREIGN KEY(actor_id) REFERENCES person (id)
);
INSERT INTO "audit" VALUES(1,'2026-03-18 09:00:00.000000',13,'link.made','representative',2,'{}');
INSERT INTO "audit" VALUES(2,'2026-03-18 09:00:00.000000',19,'link.made','employer',39,'{}');
INSERT INTO "audit" VALUES(3,'2026-03-18 09:00:00.000000',1,'link.made','staff',NULL,'{}');
INSERT INTO "audit" VALUES(4,'2026-03-18 09:00:11.883156',3,'person.unreachable','person',3,'{}');
INSERT INTO "audit" VALUES(5,'2026-03-18 09:00:11.883156',4,'person.unreachable','person',4,'{}');
INSERT INTO "audit" VALUES(6,'2026-03-18 09:00:11.883156',5,'person.unreachable','person',5,'{}');
INSERT INTO "audit" VALUES(7,'2026-03-18 09:00:11.883156',6,'person.unreachable','person',6,'{}');
INSERT INTO "audit" VALUES(8,'2026-03-18 09:00:11.883156',7,'person.unreachable','person',7,'{}');
INSERT INTO "audit" VALUES(9,'2026-03-18 09:00:11.883156',8,'person.unreachable','person',8,'{}');
INSERT INTO "audit" VALUES(10,'2026-03-18 09:00:11.883156',9,'person.unreachable','person',9,'{}');
INSERT INTO "audit" VALUES(11,'2026-03-18 09:00:11.883156',10,'person.unreachable','person',10,'{}');
INSERT INTO "audit" VALUES(12,'2026-03-18 09:00:11.973421',14,'person.unreachable','person',14,'{}');
INSERT INTO "audit" VALUES(13,'2026-03-18 09:00:11.973421',15,'person.unreachable','person',15,'{}');
INSERT INTO "audit" VALUES(14,'2026-03-18 09:00:11.973421',16,'person.unreachable','person',16,'{}');
INSERT INTO "audit" VALUES(15,'2026-03-18 09:00:11.973421',17,'person.unreachable','person',17,'{}');
INSERT INTO "audit" VALUES(16,'2026-03-18 09:00:11.973421',18,'person.unreachable','person',18,'{}');
INSERT INTO "audit" VALUES(17,'2026-03-18 09:00:11.973421',19,'person.unreachable','person',19,'{}');
INSERT INTO "audit" VALUES(18,'2026-03-18 09:00:11.973421',20,'person.unreachable','person',20,'{}');
INSERT INTO "audit" VALUES(19,'2026-03-18 09:00:11.973421',21,'person.unreachable','person',21,'{}');
INSERT INTO "audit" VALUES(20,'2026-03-18 09:00:11.973421',22,'person.unreachable','person',22,'{}');
INSERT INTO "audit" VALUES(21,'2026-03-18 09:00:11.973421',23,'person.unreachable','person',23,'{}');
INSERT INTO "audit" VALUES(22,'2026-03-18 09:00:24.089823',46,'language.chosen','person',46,'{"language": "kk"}');
INSERT INTO "audit" VALUES(23,'2026-03-18 09:00:25.333786',47,'language.chosen','person',47,'{"language": "kk"}');
INSERT INTO "audit" VALUES(24,'2026-03-18 09:00:25.647261',47,'application.begun','enrolment',25,'{}');
INSERT INTO "audit" VALUES(25,'2026-03-18 09:00:26.175806',48,'language.chosen','person',48,'{"language": "kk"}');
INSERT INTO "audit" VALUES(26,'2026-03-18 09:00:26.711774',48,'application.begun','enrolment',26,'{}');
INSERT INTO "audit" VALUES(27,'2026-03-18 09:00:27.122799',48,'person.corrected','person',48,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(28,'2026-03-18 09:00:27.671694',49,'language.chosen','person',49,'{"language": "kk"}');
INSERT INTO "audit" VALUES(29,'2026-03-18 09:00:28.129650',49,'application.begun','enrolment',27,'{}');
INSERT INTO "audit" VALUES(30,'2026-03-18 09:00:28.512430',49,'person.corrected','person',49,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(31,'2026-03-18 09:00:30.081813',50,'language.chosen','person',50,'{"language": "kk"}');
INSERT INTO "audit" VALUES(32,'2026-03-18 09:00:30.870926',50,'application.begun','enrolment',28,'{}');
INSERT INTO "audit" VALUES(33,'2026-03-18 09:00:31.392501',50,'person.corrected','person',50,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(34,'2026-03-18 09:00:32.613746',50,'person.corrected','person',50,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(35,'2026-03-18 09:00:34.105116',51,'language.chosen','person',51,'{"language": "kk"}');
INSERT INTO "audit" VALUES(36,'2026-03-18 09:00:34.954900',51,'application.begun','enrolment',29,'{}');
INSERT INTO "audit" VALUES(37,'2026-03-18 09:00:35.197149',51,'person.corrected','person',51,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(38,'2026-03-18 09:00:36.433583',51,'person.corrected','person',51,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(39,'2026-03-18 09:00:36.962681',51,'person.corrected','person',51,'{"field": "region"}');
INSERT INTO "audit" VALUES(40,'2026-03-18 09:00:37.773885',52,'language.chosen','person',52,'{"language": "kk"}');
INSERT INTO "audit" VALUES(41,'2026-03-18 09:00:38.539105',52,'application.begun','enrolment',30,'{}');
INSERT INTO "audit" VALUES(42,'2026-03-18 09:00:39.131307',52,'person.corrected','person',52,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(43,'2026-03-18 09:00:40.654339',52,'person.corrected','person',52,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(44,'2026-03-18 09:00:41.072001',52,'person.corrected','person',52,'{"field": "region"}');
INSERT INTO "audit" VALUES(45,'2026-03-18 09:00:41.360917',52,'person.corrected','person',52,'{"field": "place"}');
INSERT INTO "audit" VALUES(46,'2026-03-18 09:00:41.853655',52,'person.corrected','person',52,'{"field": "study"}');
INSERT INTO "audit" VALUES(47,'2026-03-18 09:00:42.711741',53,'language.chosen','person',53,'{"language": "kk"}');
INSERT INTO "audit" VALUES(48,'2026-03-18 09:00:43.310110',53,'application.begun','enrolment',31,'{}');
INSERT INTO "audit" VALUES(49,'2026-03-18 09:00:43.879886',53,'person.corrected','person',53,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(50,'2026-03-18 09:00:45.292052',53,'person.corrected','person',53,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(51,'2026-03-18 09:00:45.665944',53,'person.corrected','person',53,'{"field": "region"}');
INSERT INTO "audit" VALUES(52,'2026-03-18 09:00:45.927280',53,'person.corrected','person',53,'{"field": "place"}');
INSERT INTO "audit" VALUES(53,'2026-03-18 09:00:46.336836',53,'person.corrected','person',53,'{"field": "study"}');
INSERT INTO "audit" VALUES(54,'2026-03-18 09:00:48.024117',53,'person.corrected','person',53,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(55,'2026-03-18 09:00:48.514224',53,'person.corrected','person',53,'{"field": "about"}');
INSERT INTO "audit" VALUES(56,'2026-03-18 09:00:48.776905',53,'person.corrected','person',53,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(57,'2026-03-18 09:00:49.339731',54,'language.chosen','person',54,'{"language": "kk"}');
INSERT INTO "audit" VALUES(58,'2026-03-18 09:00:49.678710',54,'application.begun','enrolment',32,'{}');
INSERT INTO "audit" VALUES(59,'2026-03-18 09:00:49.914613',54,'person.corrected','person',54,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(60,'2026-03-18 09:00:50.770174',54,'person.corrected','person',54,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(61,'2026-03-18 09:00:51.012780',54,'person.corrected','person',54,'{"field": "region"}');
INSERT INTO "audit" VALUES(62,'2026-03-18 09:00:51.189778',54,'person.corrected','person',54,'{"field": "place"}');
INSERT INTO "audit" VALUES(63,'2026-03-18 09:00:51.445719',54,'person.corrected','person',54,'{"field": "study"}');
INSERT INTO "audit" VALUES(64,'2026-03-18 09:00:51.914159',54,'person.corrected','person',54,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(65,'2026-03-18 09:00:52.157136',54,'person.corrected','person',54,'{"field": "about"}');
INSERT INTO "audit" VALUES(66,'2026-03-18 09:00:52.491955',54,'person.corrected','person',54,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(67,'2026-03-18 09:00:52.840070',54,'person.corrected','person',54,'{"field": "phone"}');
INSERT INTO "audit" VALUES(68,'2026-03-18 09:00:53.306888',55,'language.chosen','person',55,'{"language": "kk"}');
INSERT INTO "audit" VALUES(69,'2026-03-18 09:00:53.723917',55,'application.begun','enrolment',33,'{}');
INSERT INTO "audit" VALUES(70,'2026-03-18 09:00:53.981180',55,'person.corrected','person',55,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(71,'2026-03-18 09:00:54.937069',55,'person.corrected','person',55,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(72,'2026-03-18 09:00:55.177155',55,'person.corrected','person',55,'{"field": "region"}');
INSERT INTO "audit" VALUES(73,'2026-03-18 09:00:55.427728',55,'person.corrected','person',55,'{"field": "place"}');
INSERT INTO "audit" VALUES(74,'2026-03-18 09:00:55.713839',55,'person.corrected','person',55,'{"field": "study"}');
INSERT INTO "audit" VALUES(75,'2026-03-18 09:00:56.127720',55,'person.corrected','person',55,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(76,'2026-03-18 09:00:56.306408',55,'person.corrected','person',55,'{"field": "about"}');
INSERT INTO "audit" VALUES(77,'2026-03-18 09:00:56.634454',55,'person.corrected','person',55,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(78,'2026-03-18 09:00:57.077166',55,'person.corrected','person',55,'{"field": "phone"}');
INSERT INTO "audit" VALUES(79,'2026-03-18 09:00:58.091169',56,'language.chosen','person',56,'{"language": "kk"}');
INSERT INTO "audit" VALUES(80,'2026-03-18 09:00:58.765619',56,'application.begun','enrolment',34,'{}');
INSERT INTO "audit" VALUES(81,'2026-03-18 09:00:59.081053',56,'person.corrected','person',56,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(82,'2026-03-18 09:01:00.172674',56,'person.corrected','person',56,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(83,'2026-03-18 09:01:00.446735',56,'person.corrected','person',56,'{"field": "region"}');
INSERT INTO "audit" VALUES(84,'2026-03-18 09:01:00.698059',56,'person.corrected','person',56,'{"field": "place"}');
INSERT INTO "audit" VALUES(85,'2026-03-18 09:01:01.108476',56,'person.corrected','person',56,'{"field": "study"}');
INSERT INTO "audit" VALUES(86,'2026-03-18 09:01:01.795072',56,'person.corrected','person',56,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(87,'2026-03-18 09:01:02.101932',56,'person.corrected','person',56,'{"field": "about"}');
INSERT INTO "audit" VALUES(88,'2026-03-18 09:01:02.337483',56,'person.corrected','person',56,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(89,'2026-03-18 09:01:02.667036',56,'person.corrected','person',56,'{"field": "phone"}');
INSERT INTO "audit" VALUES(90,'2026-03-18 09:01:03.277711',56,'application.answered','enrolment',34,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(91,'2026-03-18 09:01:04.142594',57,'language.chosen','person',57,'{"language": "kk"}');
INSERT INTO "audit" VALUES(92,'2026-03-18 09:01:04.574344',57,'application.begun','enrolment',35,'{}');
INSERT INTO "audit" VALUES(93,'2026-03-18 09:01:04.959665',57,'person.corrected','person',57,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(94,'2026-03-18 09:01:05.507725',57,'person.corrected','person',57,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(95,'2026-03-18 09:01:05.793978',57,'person.corrected','person',57,'{"field": "region"}');
INSERT INTO "audit" VALUES(96,'2026-03-18 09:01:06.016721',57,'person.corrected','person',57,'{"field": "place"}');
INSERT INTO "audit" VALUES(97,'2026-03-18 09:01:06.250287',57,'person.corrected','person',57,'{"field": "study"}');
INSERT INTO "audit" VALUES(98,'2026-03-18 09:01:06.514017',57,'person.corrected','person',57,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(99,'2026-03-18 09:01:06.734848',57,'person.corrected','person',57,'{"field": "about"}');
INSERT INTO "audit" VALUES(100,'2026-03-18 09:01:07.035475',57,'person.corrected','person',57,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(101,'2026-03-18 09:01:07.418117',57,'person.corrected','person',57,'{"field": "phone"}');
INSERT INTO "audit" VALUES(102,'2026-03-18 09:01:08.428752',57,'application.answered','enrolment',35,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(103,'2026-03-18 09:01:08.698508',57,'application.answered','enrolment',35,'{"question": "directions"}');
INSERT INTO "audit" VALUES(104,'2026-03-18 09:01:09.063492',58,'language.chosen','person',58,'{"language": "kk"}');
INSERT INTO "audit" VALUES(105,'2026-03-18 09:01:09.328426',58,'application.begun','enrolment',36,'{}');
INSERT INTO "audit" VALUES(106,'2026-03-18 09:01:09.503744',58,'person.corrected','person',58,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(107,'2026-03-18 09:01:10.195224',58,'person.corrected','person',58,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(108,'2026-03-18 09:01:10.426570',58,'person.corrected','person',58,'{"field": "region"}');
INSERT INTO "audit" VALUES(109,'2026-03-18 09:01:10.544835',58,'person.corrected','person',58,'{"field": "place"}');
INSERT INTO "audit" VALUES(110,'2026-03-18 09:01:10.645748',58,'person.corrected','person',58,'{"field": "study"}');
INSERT INTO "audit" VALUES(111,'2026-03-18 09:01:11.004052',58,'person.corrected','person',58,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(112,'2026-03-18 09:01:11.461549',58,'person.corrected','person',58,'{"field": "about"}');
INSERT INTO "audit" VALUES(113,'2026-03-18 09:01:11.637993',58,'person.corrected','person',58,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(114,'2026-03-18 09:01:12.030668',58,'person.corrected','person',58,'{"field": "phone"}');
INSERT INTO "audit" VALUES(115,'2026-03-18 09:01:12.903254',58,'application.answered','enrolment',36,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(116,'2026-03-18 09:01:13.240072',58,'application.answered','enrolment',36,'{"question": "directions"}');
INSERT INTO "audit" VALUES(117,'2026-03-18 09:01:13.921956',58,'application.answered','enrolment',36,'{"choice": "heritage", "question": "choice"}');
INSERT INTO "audit" VALUES(118,'2026-03-18 09:01:14.936066',59,'language.chosen','person',59,'{"language": "kk"}');
INSERT INTO "audit" VALUES(119,'2026-03-18 09:01:15.264346',59,'application.begun','enrolment',37,'{}');
INSERT INTO "audit" VALUES(120,'2026-03-18 09:01:15.543736',59,'person.corrected','person',59,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(121,'2026-03-18 09:01:16.149641',59,'person.corrected','person',59,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(122,'2026-03-18 09:01:16.360077',59,'person.corrected','person',59,'{"field": "region"}');
INSERT INTO "audit" VALUES(123,'2026-03-18 09:01:16.676832',59,'person.corrected','person',59,'{"field": "place"}');
INSERT INTO "audit" VALUES(124,'2026-03-18 09:01:17.089361',59,'person.corrected','person',59,'{"field": "study"}');
INSERT INTO "audit" VALUES(125,'2026-03-18 09:01:17.456193',59,'person.corrected','person',59,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(126,'2026-03-18 09:01:17.553733',59,'person.corrected','person',59,'{"field": "about"}');
INSERT INTO "audit" VALUES(127,'2026-03-18 09:01:17.834691',59,'person.corrected','person',59,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(128,'2026-03-18 09:01:18.197722',59,'person.corrected','person',59,'{"field": "phone"}');
INSERT INTO "audit" VALUES(129,'2026-03-18 09:01:18.514703',59,'application.answered','enrolment',37,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(130,'2026-03-18 09:01:18.716651',59,'application.answered','enrolment',37,'{"question": "directions"}');
INSERT INTO "audit" VALUES(131,'2026-03-18 09:01:19.092531',59,'application.answered','enrolment',37,'{"choice": "heritage", "question": "choice"}');
INSERT INTO "audit" VALUES(132,'2026-03-18 09:01:19.417108',59,'application.answered','enrolment',37,'{"direction": "volunteering", "question": "partner"}');
INSERT INTO "audit" VALUES(133,'2026-03-18 09:01:19.766729',59,'application.answered','enrolment',37,'{"direction": "trips", "question": "partner"}');
INSERT INTO "audit" VALUES(134,'2026-03-18 09:01:20.714274',60,'language.chosen','person',60,'{"language": "kk"}');
INSERT INTO "audit" VALUES(135,'2026-03-18 09:01:21.266069',60,'application.begun','enrolment',38,'{}');
INSERT INTO "audit" VALUES(136,'2026-03-18 09:01:21.632736',60,'person.corrected','person',60,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(137,'2026-03-18 09:01:22.258513',60,'person.corrected','person',60,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(138,'2026-03-18 09:01:22.610645',60,'person.corrected','person',60,'{"field": "region"}');
INSERT INTO "audit" VALUES(139,'2026-03-18 09:01:22.937012',60,'person.corrected','person',60,'{"field": "place"}');
INSERT INTO "audit" VALUES(140,'2026-03-18 09:01:23.189352',60,'person.corrected','person',60,'{"field": "study"}');
INSERT INTO "audit" VALUES(141,'2026-03-18 09:01:23.526429',60,'person.corrected','person',60,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(142,'2026-03-18 09:01:23.791939',60,'person.corrected','person',60,'{"field": "about"}');
INSERT INTO "audit" VALUES(143,'2026-03-18 09:01:24.055141',60,'person.corrected','person',60,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(144,'2026-03-18 09:01:24.340343',60,'person.corrected','person',60,'{"field": "phone"}');
INSERT INTO "audit" VALUES(145,'2026-03-18 09:01:24.870284',60,'application.answered','enrolment',38,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(146,'2026-03-18 09:01:25.187791',60,'application.answered','enrolment',38,'{"question": "directions"}');
INSERT INTO "audit" VALUES(147,'2026-03-18 09:01:25.514830',60,'application.answered','enrolment',38,'{"choice": "heritage", "question": "choice"}');
INSERT INTO "audit" VALUES(148,'2026-03-18 09:01:26.073475',60,'application.answered','enrolment',38,'{"direction": "volunteering", "question": "partner"}');
INSERT INTO "audit" VALUES(149,'2026-03-18 09:01:26.223169',60,'application.answered','enrolment',38,'{"direction": "trips", "question": "partner"}');
INSERT INTO "audit" VALUES(150,'2026-03-18 09:01:26.718174',60,'application.answered','enrolment',38,'{"centre": 2, "question": "centre"}');
INSERT INTO "audit" VALUES(151,'2026-03-18 09:01:27.425622',61,'language.chosen','person',61,'{"language": "kk"}');
INSERT INTO "audit" VALUES(152,'2026-03-18 09:01:28.006262',61,'application.begun','enrolment',39,'{}');
INSERT INTO "audit" VALUES(153,'2026-03-18 09:01:28.193916',61,'person.corrected','person',61,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(154,'2026-03-18 09:01:28.837939',61,'person.corrected','person',61,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(155,'2026-03-18 09:01:29.161729',61,'person.corrected','person',61,'{"field": "region"}');
INSERT INTO "audit" VALUES(156,'2026-03-18 09:01:29.410349',61,'person.corrected','person',61,'{"field": "place"}');
INSERT INTO "audit" VALUES(157,'2026-03-18 09:01:29.708163',61,'person.corrected','person',61,'{"field": "study"}');
INSERT INTO "audit" VALUES(158,'2026-03-18 09:01:30.278815',61,'person.corrected','person',61,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(159,'2026-03-18 09:01:30.634901',61,'person.corrected','person',61,'{"field": "about"}');
INSERT INTO "audit" VALUES(160,'2026-03-18 09:01:31.055349',61,'person.corrected','person',61,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(161,'2026-03-18 09:01:31.537954',61,'person.corrected','person',61,'{"field": "phone"}');
INSERT INTO "audit" VALUES(162,'2026-03-18 09:01:32.252308',61,'application.answered','enrolment',39,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(163,'2026-03-18 09:01:32.523459',61,'application.answered','enrolment',39,'{"question": "directions"}');
INSERT INTO "audit" VALUES(164,'2026-03-18 09:01:32.918214',61,'application.answered','enrolment',39,'{"choice": "heritage", "question": "choice"}');
INSERT INTO "audit" VALUES(165,'2026-03-18 09:01:33.302343',61,'application.answered','enrolment',39,'{"direction": "volunteering", "question": "partner"}');
INSERT INTO "audit" VALUES(166,'2026-03-18 09:01:33.711223',61,'application.answered','enrolment',39,'{"direction": "trips", "question": "partner"}');
INSERT INTO "audit" VALUES(167,'2026-03-18 09:01:34.265030',61,'application.answered','enrolment',39,'{"centre": 2, "question": "centre"}');
INSERT INTO "audit" VALUES(168,'2026-03-18 09:01:34.721195',61,'application.answered','enrolment',39,'{"question": "mentor"}');
INSERT INTO "audit" VALUES(169,'2026-03-18 09:01:35.633752',62,'language.chosen','person',62,'{"language": "kk"}');
INSERT INTO "audit" VALUES(170,'2026-03-18 09:01:36.107210',62,'application.begun','enrolment',40,'{}');
INSERT INTO "audit" VALUES(171,'2026-03-18 09:01:36.473516',62,'person.corrected','person',62,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(172,'2026-03-18 09:01:37.056956',62,'person.corrected','person',62,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(173,'2026-03-18 09:01:37.299999',62,'person.corrected','person',62,'{"field": "region"}');
INSERT INTO "audit" VALUES(174,'2026-03-18 09:01:37.556503',62,'person.corrected','person',62,'{"field": "place"}');
INSERT INTO "audit" VALUES(175,'2026-03-18 09:01:37.780555',62,'person.corrected','person',62,'{"field": "study"}');
INSERT INTO "audit" VALUES(176,'2026-03-18 09:01:38.258106',62,'person.corrected','person',62,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(177,'2026-03-18 09:01:38.632234',62,'person.corrected','person',62,'{"field": "about"}');
INSERT INTO "audit" VALUES(178,'2026-03-18 09:01:38.905460',62,'person.corrected','person',62,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(179,'2026-03-18 09:01:39.199923',62,'person.corrected','person',62,'{"field": "phone"}');
INSERT INTO "audit" VALUES(180,'2026-03-18 09:01:39.832632',62,'application.answered','enrolment',40,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(181,'2026-03-18 09:01:40.150579',62,'application.answered','enrolment',40,'{"question": "directions"}');
INSERT INTO "audit" VALUES(182,'2026-03-18 09:01:40.563286',62,'application.answered','enrolment',40,'{"choice": "heritage", "question": "choice"}');
INSERT INTO "audit" VALUES(183,'2026-03-18 09:01:41.012099',62,'application.answered','enrolment',40,'{"direction": "volunteering", "question": "partner"}');
INSERT INTO "audit" VALUES(184,'2026-03-18 09:01:41.180414',62,'application.answered','enrolment',40,'{"direction": "trips", "question": "partner"}');
INSERT INTO "audit" VALUES(185,'2026-03-18 09:01:41.608047',62,'application.answered','enrolment',40,'{"centre": 2, "question": "centre"}');
INSERT INTO "audit" VALUES(186,'2026-03-18 09:01:41.789932',62,'application.answered','enrolment',40,'{"question": "mentor"}');
INSERT INTO "audit" VALUES(187,'2026-03-18 09:01:42.757242',63,'language.chosen','person',63,'{"language": "kk"}');
INSERT INTO "audit" VALUES(188,'2026-03-18 09:01:43.403094',63,'application.begun','enrolment',41,'{}');
INSERT INTO "audit" VALUES(189,'2026-03-18 09:01:43.604452',63,'person.corrected','person',63,'{"field": "full_name"}');
INSERT INTO "audit" VALUES(190,'2026-03-18 09:01:44.676952',63,'person.corrected','person',63,'{"field": "birth_date"}');
INSERT INTO "audit" VALUES(191,'2026-03-18 09:01:44.941991',63,'person.corrected','person',63,'{"field": "region"}');
INSERT INTO "audit" VALUES(192,'2026-03-18 09:01:45.106206',63,'person.corrected','person',63,'{"field": "place"}');
INSERT INTO "audit" VALUES(193,'2026-03-18 09:01:45.281559',63,'person.corrected','person',63,'{"field": "study"}');
INSERT INTO "audit" VALUES(194,'2026-03-18 09:01:45.641997',63,'person.corrected','person',63,'{"field": "photo_file_id"}');
INSERT INTO "audit" VALUES(195,'2026-03-18 09:01:45.833972',63,'person.corrected','person',63,'{"field": "about"}');
INSERT INTO "audit" VALUES(196,'2026-03-18 09:01:46.073180',63,'person.corrected','person',63,'{"field": "hobbies"}');
INSERT INTO "audit" VALUES(197,'2026-03-18 09:01:46.306439',63,'person.corrected','person',63,'{"field": "phone"}');
INSERT INTO "audit" VALUES(198,'2026-03-18 09:01:46.706839',63,'application.answered','enrolment',41,'{"level": "bronze", "question": "level"}');
INSERT INTO "audit" VALUES(199,'2026-03-18 09:01:46.926091',63,'application.answered','enrolment',41,'{"question": "directions"}');
INSERT INTO "audit" VALUES(200,'2026-03-18 09:01:47.169077',63,'application.answered','enrolment',41,'{"choice": "heritage", "question": "choice"}');
INSERT INTO "audit" VALUES(201,'2026-03-18 09:01:47.525805',63,'application.answered','enrolment',41,'{"direction": "volunteering", "question": "partner"}');
INSERT INTO "audit" VALUES(202,'2026-03-18 09:01:47.723133',63,'application.answered','enrolment',41,'{"direction": "trips", "question": "partner"}');
INSERT INTO "audit" VALUES(203,'2026-03-18 09:01:48.010987',63,'application.answered','enrolment',41,'{"centre": 2, "question": "centre"}');
INSERT INTO "audit" VALUES(204,'2026-03-18 09:01:48.265344',63,'application.answered','enrolment',41,'{"question": "mentor"}');
INSERT INTO "audit" VALUES(205,'2026-03-18 09:01:49.067761',25,'entry.captured','entry',61,'{"message": 315}');
INSERT INTO "audit" VALUES(206,'2026-03-18 09:01:49.808482',26,'entry.captured','entry',62,'{"message": 317}');
INSERT INTO "audit" VALUES(207,'2026-03-18 09:01:50.207226',27,'entry.captured','entry',63,'{"message": 319}');
INSERT INTO "audit" VALUES(208,'2026-03-18 09:01:50.568598',27,'entry.changed','entry',63,'{"fields": ["happened_on"]}');
INSERT INTO "audit" VALUES(209,'2026-03-18 09:01:51.002529',28,'entry.captured','entry',64,'{"message": 323}');
INSERT INTO "audit" VALUES(210,'2026-03-18 09:01:51.189279',28,'entry.changed','entry',64,'{"fields": ["direction"]}');
INSERT INTO "audit" VALUES(211,'2026-03-18 09:01:51.726009',30,'entry.captured','entry',65,'{"message": 325}');
INSERT INTO "audit" VALUES(212,'2026-03-18 09:01:51.839099',30,'entry.changed','entry',65,'{"fields": ["direction"]}');
INSERT INTO "audit" VALUES(213,'2026-03-18 09:01:52.454166',31,'entry.captured','entry',66,'{"message": 327}');
INSERT INTO "audit" VALUES(214,'2026-03-18 09:01:52.625566',31,'entry.changed','entry',66,'{"fields": ["direction"]}');
INSERT INTO "audit" VALUES(215,'2026-03-18 09:01:52.908715',31,'entry.changed','entry',66,'{"fields": ["minutes"]}');
INSERT INTO "audit" VALUES(216,'2026-03-18 09:01:53.422257',32,'entry.captured','entry',67,'{"message": 329}');
INSERT INTO "audit" VALUES(217,'2026-03-18 09:01:53.543295',32,'entry.changed','entry',67,'{"fields": ["direction"]}');
INSERT INTO "audit" VALUES(218,'2026-03-18 09:01:53.800154',32,'entry.changed','entry',67,'{"fields": ["minutes"]}');
INSERT INTO "audit" VALUES(219,'2026-03-18 09:01:54.316502',32,'entry.changed','entry',67,'{"fields": ["partner_id"]}');
INSERT INTO "audit" VALUES(220,'2026-03-18 09:01:54.645218',33,'entry.captured','entry',68,'{"message": 331}');
INSERT INTO "audit" VALUES(221,'2026-03-18 09:01:54.802971',33,'entry.changed','entry',68,'{"fields": ["direction"]}');
INSERT INTO "audit" VALUES(222,'2026-03-18 09:01:55.035173',33,'entry.changed','entry',68,'{"fields": ["minutes"]}');
INSERT INTO "audit" VALUES(223,'2026-03-18 09:01:55.616198',33,'entry.changed','entry',68,'{"fields": ["partner_id"]}');
INSERT INTO "audit" VALUES(224,'2026-03-18 09:01:55.806386',33,'entry.changed','entry',68,'{"fields": ["action"]}');
INSERT INTO "audit" VALUES(225,'2026-03-18 09:01:56.094611',35,'entry.captured','entry',69,'{"message": 335}');
INSERT INTO "audit" VALUES(226,'2026-03-18 09:01:56.339213',35,'entry.changed','entry',69,'{"fields": ["direction"]}');
INSERT INTO "audit" VALUES(227,'2026-03-18 09:01:56.664221',35,'entry.changed','entry',69,'{"fields": ["days"]}');
INSERT INTO "audit" VALUES(228,'2026-03-18 09:01:57.270066',36,'entry.captured','entry',70,'{"message": 337}');
INSERT INTO "audit" VALUES(229,'2026-03-18 09:01:57.929756',37,'entry.captured','entry',71,'{"message": 339}');
INSERT INTO "audit" VALUES(230,'2026-03-18 09:02:05.554248',7,'absences.listed','substitution',NULL,'{}');
INSERT INTO "audit" VALUES(231,'2026-03-18 09:02:07.518352',4,'staff.listed','role',NULL,'{}');
INSERT INTO "audit" VALUES(232,'2026-03-18 09:02:08.522470',6,'dispute.seen','dispute',8,'{}');
INSERT INTO "audit" VALUES(233,'2026-03-18 09:02:20.038302',64,'language.chosen','person',64,'{"language": "kk"}');
INSERT INTO "audit" VALUES(234,'2026-03-18 09:02:20.412341',64,'centre_application.begun','centre_application',4,'{}');
INSERT INTO "audit" VALUES(235,'2026-03-18 09:02:20.626850',64,'centre_application.answered','centre_application',4,'{"field": "name"}');
INSERT INTO "audit" VALUES(236,'2026-03-18 09:02:20.863047',64,'centre_application.answered','centre_application',4,'{"field": "legal_status"}');
INSERT INTO "audit" VALUES(237,'2026-03-18 09:02:20.977630',64,'centre_application.answered','centre_application',4,'{"field": "contact"}');
INSERT INTO "audit" VALUES(238,'2026-03-18 09:02:21.198503',64,'centre_application.answered','centre_application',4,'{"field": "region"}');
INSERT INTO "audit" VALUES(239,'2026-03-18 09:02:21.596485',64,'centre_application.answered','centre_application',4,'{"field": "place"}');
INSERT INTO "audit" VALUES(240,'2026-03-18 09:02:21.868909',29,'tasks.seen','enrolment',15,'{}');
INSERT INTO "audit" VALUES(241,'2026-03-18 09:02:22.512117',29,'tasks.seen','enrolment',15,'{}');
INSERT INTO "audit" VALUES(242,'2026-03-18 09:02:22.970125',34,'plans.seen','enrolment',19,'{}');
INSERT INTO "audit" VALUES(243,'2026-03-18 09:02:22.970125',34,'plans.seen','enrolment',19,'{}');
INSERT INTO "audit" VALUES(244,'2026-03-18 09:02:23.282650',34,'plan.drafted','plan',25,'{"version": 2}');
INSERT INTO "audit" VALUES(245,'2026-03-18 09:02:23.282650',34,'plans.seen','enrolment',19,'{}');
INSERT INTO "audit" VALUES(246,'2026-03-18 09:02:23.849834',34,'plans.seen','enrolment',19,'{}');
INSERT INTO "audit" VALUES(247,'2026-03-18 09:02:24.210817',34,'plans.seen','enrolment',19,'{}');
INSERT INTO "audit" VALUES(248,'2026-03-18 09:02:24.210817',34,'plans.seen','enrolment',19,'{}');
INSERT INTO "audit" VALUES(249,'2026-03-18 09:02:24.210817',34,'plan.changed','plan',25,'{"direction": "sport"}');
INSERT INTO "audit" VALUES(250,'2026-03-18 09:02:24.210817',34,'plans.seen','enrolment',19,'{}');
INSERT INTO "audit" VALUES(251,'2026-03-18 09:02:24.954755',24,'participants.listed','enrolment',NULL,'{}');
INSERT INTO "audit" VALUES(252,'2026-03-18 09:02:26.554762',65,'language.chosen','person',65,'{"language": "kk"}');
INSERT INTO "audit" VALUES(253,'2026-03-18 09:02:26.554762',65,'consent.read','enrolment',2,'{}');
INSERT INTO "audit" VALUES(254,'2026-03-18 09:02:26.554762',65,'consent.read','enrolment',2,'{}');
INSERT INTO "audit" VALUES(255,'2026-03-18 09:02:27.598637',65,'consent.read','enrolment',2,'{}');
INSERT INTO "audit" VALUES(256,'2026-03-18 09:02:28.190932',66,'language.chosen','person',66,'{"language": "kk"}');
INSERT INTO "audit" VALUES(257,'2026-03-18 09:02:29.165044',67,'language.chosen','person',67,'{"language": "kk"}');
INSERT INTO "audit" VALUES(258,'2026-03-18 09:02:29.165044',67,'role.taken','role',NULL,'{"kind": "mentor"}');
INSERT INTO "audit" VALUES(259,'2026-03-18 09:02:29.561652',39,'excuse.seen','excuse',11,'{}');
INSERT INTO "audit" VALUES(260,'2026-03-18 09:02:29.834869',41,'card.seen','enrolment',24,'{}');
INSERT INTO "audit" VALUES(261,'2026-03-18 09:02:30.192362',44,'centre_application.seen','centre_application',1,'{}');
CREATE TABLE broadcast (
	id INTEGER NOT NULL,
	made_by INTEGER NOT NULL,
	made_at DATETIME NOT NULL,
	words JSON NOT NULL,
	first VARCHAR(8) NOT NULL,
	audience JSON NOT NULL,
	count INTEGER,
	confirmed_at DATETIME,
	written_to INTEGER,
	stopped_at DATETIME,
	reported_at DATETIME,
	message_id BIGINT,
	CONSTRAINT pk_broadcast PRIMARY KEY (id),
	CONSTRAINT fk_broadcast_made_by_person FOREIGN KEY(made_by) REFERENCES person (id)
);
INSERT INTO "broadcast" VALUES(1,1,'2026-03-18 09:00:00.000000','{"kk": "\u0421\u04d9\u043b\u0435\u043c!"}','kk','{}',1,'2026-03-18 09:00:00.000000',2147483647,NULL,'2026-03-18 09:00:15.097909',7);
CREATE TABLE centre (
	id INTEGER NOT NULL,
	name VARCHAR(160) NOT NULL,
	region VARCHAR(8) NOT NULL,
	place VARCHAR(120) NOT NULL,
	closed_at DATETIME,
	CONSTRAINT pk_centre PRIMARY KEY (id)
);
INSERT INTO "centre" VALUES(1,'Жас','KZ-75','Алматы',NULL);
INSERT INTO "centre" VALUES(2,'Дос','KZ-75','Алматы',NULL);
CREATE TABLE centre_application (
	id INTEGER NOT NULL,
	applicant_id INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	name VARCHAR(160) NOT NULL,
	legal_status VARCHAR(120) NOT NULL,
	contact VARCHAR(120) NOT NULL,
	region VARCHAR(8) NOT NULL,
	place VARCHAR(120) NOT NULL,
	address VARCHAR(200) NOT NULL,
	phone VARCHAR(24) NOT NULL,
	email VARCHAR(120) NOT NULL,
	mission TEXT NOT NULL,
	projects TEXT NOT NULL,
	made_at DATETIME NOT NULL,
	submitted_at DATETIME,
	decided_by INTEGER,
	decided_at DATETIME,
	reason TEXT,
	contract_due DATE,
	signed_at DATETIME,
	closed_at DATETIME,
	centre_id INTEGER,
	CONSTRAINT pk_centre_application PRIMARY KEY (id),
	CONSTRAINT fk_centre_application_applicant_id_person FOREIGN KEY(applicant_id) REFERENCES person (id),
	CONSTRAINT fk_centre_application_centre_id_centre FOREIGN KEY(centre_id) REFERENCES centre (id),
	CONSTRAINT fk_centre_application_decided_by_person FOREIGN KEY(decided_by) REFERENCES person (id)
);
INSERT INTO "centre_application" VALUES(1,11,'submitted','Ұйым submitted','Ұйым submitted','Ұйым submitted','KZ-75','Ұйым submitted','Ұйым submitted','+77270000000','Ұйым submitted','Ұйым submitted','Ұйым submitted','2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "centre_application" VALUES(2,11,'contract','Ұйым contract','Ұйым contract','Ұйым contract','KZ-75','Ұйым contract','Ұйым contract','+77270000000','Ұйым contract','Ұйым contract','Ұйым contract','2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,NULL,NULL,'2026-03-18',NULL,NULL,NULL);
INSERT INTO "centre_application" VALUES(3,11,'contract','Ұйым signed','Ұйым signed','Ұйым signed','KZ-75','Ұйым signed','Ұйым signed','+77270000000','Ұйым signed','Ұйым signed','Ұйым signed','2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,NULL,NULL,'2026-03-18','2026-03-18 09:00:00.000000',NULL,NULL);
INSERT INTO "centre_application" VALUES(4,64,'draft','Талап жастар орталығы','қоғамдық қор','Серікова Айгүл','KZ-71','Алматы қаласы','','','','','','2026-03-18 09:02:20.412341',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE conversation (
	"key" VARCHAR(200) NOT NULL,
	state VARCHAR(120),
	data JSON NOT NULL,
	touched_at DATETIME NOT NULL,
	CONSTRAINT pk_conversation PRIMARY KEY ("key")
);
INSERT INTO "conversation" VALUES('42:700000001:700000001:::aiogd:stack:',NULL,'{"_id": "", "intents": ["KJCyyB", "bpyL6w"], "last_message_id": 350, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:17.503911');
INSERT INTO "conversation" VALUES('42:700000002:700000002:::aiogd:context:OBrCgh',NULL,'{"_intent_id": "OBrCgh", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000002], "custom": null}}','2026-03-18 09:00:11.822408');
INSERT INTO "conversation" VALUES('42:700000002:700000002:::aiogd:stack:',NULL,'{"_id": "", "intents": ["OBrCgh"], "last_message_id": 6, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:11.841637');
INSERT INTO "conversation" VALUES('42:700000003:700000003:::aiogd:context:e0Pp5Z',NULL,'{"_intent_id": "e0Pp5Z", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000003], "custom": null}}','2026-03-18 09:00:12.701509');
INSERT INTO "conversation" VALUES('42:700000003:700000003:::aiogd:stack:',NULL,'{"_id": "", "intents": ["e0Pp5Z"], "last_message_id": 9, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:12.701916');
INSERT INTO "conversation" VALUES('42:700000004:700000004:::aiogd:stack:',NULL,'{"_id": "", "intents": ["6lm5IJ", "sHppZu"], "last_message_id": 11, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:07.348372');
INSERT INTO "conversation" VALUES('42:700000005:700000005:::aiogd:stack:',NULL,'{"_id": "", "intents": ["CBhVN1", "aCLXEE"], "last_message_id": 13, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:08.118974');
INSERT INTO "conversation" VALUES('42:700000006:700000006:::aiogd:context:yY9y4B',NULL,'{"_intent_id": "yY9y4B", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000006], "custom": null}}','2026-03-18 09:00:13.280627');
INSERT INTO "conversation" VALUES('42:700000006:700000006:::aiogd:stack:',NULL,'{"_id": "", "intents": ["yY9y4B", "I3974k"], "last_message_id": 347, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:14.225408');
INSERT INTO "conversation" VALUES('42:700000007:700000007:::aiogd:stack:',NULL,'{"_id": "", "intents": ["p9xmtn", "9vUocm"], "last_message_id": 17, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:05.893428');
INSERT INTO "conversation" VALUES('42:700000008:700000008:::aiogd:context:y0b70c',NULL,'{"_intent_id": "y0b70c", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000008], "custom": null}}','2026-03-18 09:00:13.578562');
INSERT INTO "conversation" VALUES('42:700000008:700000008:::aiogd:stack:',NULL,'{"_id": "", "intents": ["y0b70c", "YZkPRY"], "last_message_id": 369, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:24.754918');
INSERT INTO "conversation" VALUES('42:700000009:700000009:::aiogd:stack:',NULL,'{"_id": "", "intents": ["MeU3oE", "u3lTtn"], "last_message_id": 346, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:05.366038');
INSERT INTO "conversation" VALUES('42:700000010:700000010:::aiogd:stack:',NULL,'{"_id": "", "intents": ["1MnzAN", "ughwes"], "last_message_id": 23, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:06.765404');
INSERT INTO "conversation" VALUES('42:700000011:700000011:::aiogd:context:kaRwAc',NULL,'{"_intent_id": "kaRwAc", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000011], "custom": null}}','2026-03-18 09:00:14.268413');
INSERT INTO "conversation" VALUES('42:700000011:700000011:::aiogd:stack:',NULL,'{"_id": "", "intents": ["kaRwAc"], "last_message_id": 25, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:14.269526');
INSERT INTO "conversation" VALUES('42:700000012:700000012:::aiogd:context:tRqvTN',NULL,'{"_intent_id": "tRqvTN", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000012], "custom": null}}','2026-03-18 09:00:14.602041');
INSERT INTO "conversation" VALUES('42:700000012:700000012:::aiogd:stack:',NULL,'{"_id": "", "intents": ["tRqvTN"], "last_message_id": 27, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:14.602698');
INSERT INTO "conversation" VALUES('42:700000013:700000013:::aiogd:stack:',NULL,'{"_id": "", "intents": ["XnXmBK", "pwj7qd"], "last_message_id": 29, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:03.309109');
INSERT INTO "conversation" VALUES('42:700000014:700000014:::aiogd:stack:',NULL,'{"_id": "", "intents": ["sVAoIw", "X5NdO3"], "last_message_id": 31, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:02.602952');
INSERT INTO "conversation" VALUES('42:700000015:700000015:::aiogd:stack:',NULL,'{"_id": "", "intents": ["5iC7S5", "WrY6NP"], "last_message_id": 33, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:03.902903');
INSERT INTO "conversation" VALUES('42:700000016:700000016:::aiogd:context:t9Lper',NULL,'{"_intent_id": "t9Lper", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000016], "custom": null}}','2026-03-18 09:00:17.387145');
INSERT INTO "conversation" VALUES('42:700000016:700000016:::aiogd:stack:',NULL,'{"_id": "", "intents": ["t9Lper"], "last_message_id": 36, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:17.396261');
INSERT INTO "conversation" VALUES('42:700000017:700000017:::aiogd:stack:',NULL,'{"_id": "", "intents": ["VVgbZz"], "last_message_id": 344, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:02.134383');
INSERT INTO "conversation" VALUES('42:700000018:700000018:::aiogd:stack:',NULL,'{"_id": "", "intents": ["JMSMbK", "3DfGbs"], "last_message_id": 40, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:03.714427');
INSERT INTO "conversation" VALUES('42:700000019:700000019:::aiogd:stack:',NULL,'{"_id": "", "intents": ["O0HWRG", "a0EUKi"], "last_message_id": 342, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:59.768125');
INSERT INTO "conversation" VALUES('42:700000020:700000020:::aiogd:stack:',NULL,'{"_id": "", "intents": ["txJv8P", "wyf1dE"], "last_message_id": 44, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:01.273836');
INSERT INTO "conversation" VALUES('42:700000021:700000021:::aiogd:context:AVzjAu',NULL,'{"_intent_id": "AVzjAu", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000021], "custom": null}}','2026-03-18 09:00:18.192824');
INSERT INTO "conversation" VALUES('42:700000021:700000021:::aiogd:stack:',NULL,'{"_id": "", "intents": ["AVzjAu", "TjTSC7"], "last_message_id": 343, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:00.885658');
INSERT INTO "conversation" VALUES('42:700000022:700000022:::aiogd:stack:',NULL,'{"_id": "", "intents": ["4wr82G", "ZrwowH"], "last_message_id": 48, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:25.551256');
INSERT INTO "conversation" VALUES('42:700000023:700000023:::aiogd:context:r939Cs',NULL,'{"_intent_id": "r939Cs", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000023], "custom": null}}','2026-03-18 09:00:18.645051');
INSERT INTO "conversation" VALUES('42:700000023:700000023:::aiogd:stack:',NULL,'{"_id": "", "intents": ["r939Cs"], "last_message_id": 50, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:18.645727');
INSERT INTO "conversation" VALUES('42:700000024:700000024:::aiogd:context:A98A3h',NULL,'{"_intent_id": "A98A3h", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000024], "custom": null}}','2026-03-18 09:00:19.914027');
INSERT INTO "conversation" VALUES('42:700000024:700000024:::aiogd:stack:',NULL,'{"_id": "", "intents": ["A98A3h", "OpxGQC"], "last_message_id": 316, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:49.581892');
INSERT INTO "conversation" VALUES('42:700000025:700000025:::aiogd:context:bnVeyt',NULL,'{"_intent_id": "bnVeyt", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000025], "custom": null}}','2026-03-18 09:00:20.144922');
INSERT INTO "conversation" VALUES('42:700000025:700000025:::aiogd:stack:',NULL,'{"_id": "", "intents": ["bnVeyt", "OT37Ua"], "last_message_id": 318, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:50.065056');
INSERT INTO "conversation" VALUES('42:700000026:700000026:::aiogd:context:aYXkuq',NULL,'{"_intent_id": "aYXkuq", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000026], "custom": null}}','2026-03-18 09:00:20.366434');
INSERT INTO "conversation" VALUES('42:700000026:700000026:::aiogd:stack:',NULL,'{"_id": "", "intents": ["aYXkuq", "BJNDnJ"], "last_message_id": 322, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:50.800382');
INSERT INTO "conversation" VALUES('42:700000027:700000027:::aiogd:context:quvlQi',NULL,'{"_intent_id": "quvlQi", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000027], "custom": null}}','2026-03-18 09:00:20.601729');
INSERT INTO "conversation" VALUES('42:700000027:700000027:::aiogd:stack:',NULL,'{"_id": "", "intents": ["quvlQi", "fYI0dn"], "last_message_id": 324, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:51.516973');
INSERT INTO "conversation" VALUES('42:700000028:700000028:::aiogd:context:3uNOGp',NULL,'{"_intent_id": "3uNOGp", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000028], "custom": null}}','2026-03-18 09:00:20.842486');
INSERT INTO "conversation" VALUES('42:700000028:700000028:::aiogd:stack:',NULL,'{"_id": "", "intents": ["3uNOGp", "ioSFbD"], "last_message_id": 326, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:52.034211');
INSERT INTO "conversation" VALUES('42:700000029:700000029:::aiogd:context:2gaEP1',NULL,'{"_intent_id": "2gaEP1", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000029], "custom": null}}','2026-03-18 09:00:21.051305');
INSERT INTO "conversation" VALUES('42:700000029:700000029:::aiogd:stack:',NULL,'{"_id": "", "intents": ["2gaEP1", "5D0rGB"], "last_message_id": 328, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:53.259731');
INSERT INTO "conversation" VALUES('42:700000030:700000030:::aiogd:context:aa7eVO',NULL,'{"_intent_id": "aa7eVO", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000030], "custom": null}}','2026-03-18 09:00:21.277491');
INSERT INTO "conversation" VALUES('42:700000030:700000030:::aiogd:stack:',NULL,'{"_id": "", "intents": ["aa7eVO", "iQAqX4"], "last_message_id": 330, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:54.211232');
INSERT INTO "conversation" VALUES('42:700000031:700000031:::aiogd:context:sciJ6G',NULL,'{"_intent_id": "sciJ6G", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000031], "custom": null}}','2026-03-18 09:00:21.462697');
INSERT INTO "conversation" VALUES('42:700000031:700000031:::aiogd:stack:',NULL,'{"_id": "", "intents": ["sciJ6G", "i8d1GV"], "last_message_id": 334, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:55.908860');
INSERT INTO "conversation" VALUES('42:700000032:700000032:::aiogd:context:QZoTmV',NULL,'{"_intent_id": "QZoTmV", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000032], "custom": null}}','2026-03-18 09:00:21.668778');
INSERT INTO "conversation" VALUES('42:700000032:700000032:::aiogd:stack:',NULL,'{"_id": "", "intents": ["QZoTmV", "QpdYqz"], "last_message_id": 336, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:57.029724');
INSERT INTO "conversation" VALUES('42:700000033:700000033:::aiogd:context:dCy5xH',NULL,'{"_intent_id": "dCy5xH", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000033], "custom": null}}','2026-03-18 09:00:21.891000');
INSERT INTO "conversation" VALUES('42:700000033:700000033:::aiogd:stack:',NULL,'{"_id": "", "intents": ["dCy5xH", "nuEARu"], "last_message_id": 338, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:57.640838');
INSERT INTO "conversation" VALUES('42:700000034:700000034:::aiogd:context:28KXyA',NULL,'{"_intent_id": "28KXyA", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000034], "custom": null}}','2026-03-18 09:00:22.196151');
INSERT INTO "conversation" VALUES('42:700000034:700000034:::aiogd:stack:',NULL,'{"_id": "", "intents": ["28KXyA", "QLePQq"], "last_message_id": 340, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:58.288781');
INSERT INTO "conversation" VALUES('42:700000035:700000035:::aiogd:stack:',NULL,'{"_id": "", "intents": ["NFaSIt", "NFF0Dp"], "last_message_id": 74, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:00.171139');
INSERT INTO "conversation" VALUES('42:700000036:700000036:::aiogd:context:Iea0in',NULL,'{"_intent_id": "Iea0in", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000036], "custom": null}}','2026-03-18 09:00:22.380494');
INSERT INTO "conversation" VALUES('42:700000036:700000036:::aiogd:stack:',NULL,'{"_id": "", "intents": ["Iea0in"], "last_message_id": 76, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:22.380921');
INSERT INTO "conversation" VALUES('42:700000037:700000037:::aiogd:context:Grpx2a',NULL,'{"_intent_id": "Grpx2a", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000037], "custom": null}}','2026-03-18 09:00:22.450923');
INSERT INTO "conversation" VALUES('42:700000037:700000037:::aiogd:stack:',NULL,'{"_id": "", "intents": ["Grpx2a"], "last_message_id": 78, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:22.451294');
INSERT INTO "conversation" VALUES('42:700000038:700000038:::aiogd:stack:',NULL,'{"_id": "", "intents": ["slTrbr", "OJYhxz"], "last_message_id": 80, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:25.217984');
INSERT INTO "conversation" VALUES('42:700000039:700000039:::aiogd:context:8yYBvq',NULL,'{"_intent_id": "8yYBvq", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000039], "custom": null}}','2026-03-18 09:00:22.728272');
INSERT INTO "conversation" VALUES('42:700000039:700000039:::aiogd:stack:',NULL,'{"_id": "", "intents": ["8yYBvq", "r5tVrZ"], "last_message_id": 367, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:22.754724');
INSERT INTO "conversation" VALUES('42:700000040:700000040:::aiogd:stack:',NULL,'{"_id": "", "intents": ["65FdtP"], "last_message_id": 368, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:23.141529');
INSERT INTO "conversation" VALUES('42:700000041:700000041:::aiogd:context:AxcwGT',NULL,'{"_intent_id": "AxcwGT", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000041], "custom": null}}','2026-03-18 09:00:22.808901');
INSERT INTO "conversation" VALUES('42:700000041:700000041:::aiogd:stack:',NULL,'{"_id": "", "intents": ["AxcwGT", "PMmvKG"], "last_message_id": 382, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:29.662401');
INSERT INTO "conversation" VALUES('42:700000042:700000042:::aiogd:stack:',NULL,'{"_id": "", "intents": ["J0yd2W"], "last_message_id": 383, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:29.976392');
INSERT INTO "conversation" VALUES('42:700000043:700000043:::aiogd:stack:',NULL,'{"_id": "", "intents": ["bDqRAQ", "tkZvbI"], "last_message_id": 353, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:19.568462');
INSERT INTO "conversation" VALUES('42:700000044:700000044:::aiogd:context:cqvGQG',NULL,'{"_intent_id": "cqvGQG", "_stack_id": "", "state": "Start:language", "start_data": {"payload": ""}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000044], "custom": null}}','2026-03-18 09:00:23.163030');
INSERT INTO "conversation" VALUES('42:700000044:700000044:::aiogd:stack:',NULL,'{"_id": "", "intents": ["cqvGQG", "1wh7mK"], "last_message_id": 384, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:30.288026');
INSERT INTO "conversation" VALUES('42:700000045:700000045:::aiogd:context:3p3hsW',NULL,'{"_intent_id": "3p3hsW", "_stack_id": "", "state": "Start:language", "start_data": {"payload": ""}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000045], "custom": null}}','2026-03-18 09:00:23.614696');
INSERT INTO "conversation" VALUES('42:700000045:700000045:::aiogd:stack:',NULL,'{"_id": "", "intents": ["3p3hsW"], "last_message_id": 94, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:23.615064');
INSERT INTO "conversation" VALUES('42:700000046:700000046:::aiogd:stack:',NULL,'{"_id": "", "intents": ["CQBSZA"], "last_message_id": 97, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:24.416699');
INSERT INTO "conversation" VALUES('42:700000046:700000046:::aiogd:context:CQBSZA',NULL,'{"_intent_id": "CQBSZA", "_stack_id": "", "state": "Start:cards", "start_data": null, "dialog_data": {"page": 1}, "widget_data": {}, "access_settings": {"user_ids": [700000046], "custom": null}}','2026-03-18 09:00:24.885839');
INSERT INTO "conversation" VALUES('42:700000047:700000047:::aiogd:stack:',NULL,'{"_id": "", "intents": ["thPlVL"], "last_message_id": 100, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:25.712801');
INSERT INTO "conversation" VALUES('42:700000047:700000047:::aiogd:context:thPlVL',NULL,'{"_intent_id": "thPlVL", "_stack_id": "", "state": "Registration:full_name", "start_data": null, "dialog_data": {"subject": null}, "widget_data": {}, "access_settings": {"user_ids": [700000047], "custom": null}}','2026-03-18 09:00:25.712392');
INSERT INTO "conversation" VALUES('42:700000048:700000048:::aiogd:stack:',NULL,'{"_id": "", "intents": ["QPue8v"], "last_message_id": 105, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:27.285315');
INSERT INTO "conversation" VALUES('42:700000048:700000048:::aiogd:context:QPue8v',NULL,'{"_intent_id": "QPue8v", "_stack_id": "", "state": "Registration:birth_date", "start_data": null, "dialog_data": {"subject": null}, "widget_data": {}, "access_settings": {"user_ids": [700000048], "custom": null}}','2026-03-18 09:00:27.284057');
INSERT INTO "conversation" VALUES('42:700000049:700000049:::aiogd:stack:',NULL,'{"_id": "", "intents": ["MXpPxp"], "last_message_id": 110, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:28.598923');
INSERT INTO "conversation" VALUES('42:700000049:700000049:::aiogd:context:MXpPxp',NULL,'{"_intent_id": "MXpPxp", "_stack_id": "", "state": "Registration:birth_date", "start_data": null, "dialog_data": {"subject": null, "year": 2005, "month": 1}, "widget_data": {}, "access_settings": {"user_ids": [700000049], "custom": null}}','2026-03-18 09:00:29.393691');
INSERT INTO "conversation" VALUES('42:700000050:700000050:::aiogd:stack:',NULL,'{"_id": "", "intents": ["6yY9Dj"], "last_message_id": 115, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:31.623185');
INSERT INTO "conversation" VALUES('42:700000050:700000050:::aiogd:context:6yY9Dj',NULL,'{"_intent_id": "6yY9Dj", "_stack_id": "", "state": "Registration:region", "start_data": null, "dialog_data": {"subject": null}, "widget_data": {"region_pages": 1}, "access_settings": {"user_ids": [700000050], "custom": null}}','2026-03-18 09:00:33.244537');
INSERT INTO "conversation" VALUES('42:700000051:700000051:::aiogd:stack:',NULL,'{"_id": "", "intents": ["xuc99M"], "last_message_id": 120, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:35.378526');
INSERT INTO "conversation" VALUES('42:700000051:700000051:::aiogd:context:xuc99M',NULL,'{"_intent_id": "xuc99M", "_stack_id": "", "state": "Registration:place", "start_data": null, "dialog_data": {"subject": null}, "widget_data": {"region_pages": 0}, "access_settings": {"user_ids": [700000051], "custom": null}}','2026-03-18 09:00:37.131171');
INSERT INTO "conversation" VALUES('42:700000052:700000052:::aiogd:stack:',NULL,'{"_id": "", "intents": ["MInstb"], "last_message_id": 129, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:41.980964');
INSERT INTO "conversation" VALUES('42:700000052:700000052:::aiogd:context:MInstb',NULL,'{"_intent_id": "MInstb", "_stack_id": "", "state": "Registration:photo", "start_data": null, "dialog_data": {"subject": null}, "widget_data": {"region_pages": 0}, "access_settings": {"user_ids": [700000052], "custom": null}}','2026-03-18 09:00:41.961911');
INSERT INTO "conversation" VALUES('42:700000053:700000053:::aiogd:stack:',NULL,'{"_id": "", "intents": ["QFRqaz"], "last_message_id": 144, "last_reply_keyboard": true, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:49.026732');
INSERT INTO "conversation" VALUES('42:700000053:700000053:::aiogd:context:QFRqaz',NULL,'{"_intent_id": "QFRqaz", "_stack_id": "", "state": "Registration:phone", "start_data": null, "dialog_data": {"subject": null, "album": null}, "widget_data": {"region_pages": 0}, "access_settings": {"user_ids": [700000053], "custom": null}}','2026-03-18 09:00:49.025592');
INSERT INTO "conversation" VALUES('42:700000054:700000054:::aiogd:stack:',NULL,'{"_id": "", "intents": ["oBUNSh"], "last_message_id": 161, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:52.939988');
INSERT INTO "conversation" VALUES('42:700000054:700000054:::aiogd:context:oBUNSh',NULL,'{"_intent_id": "oBUNSh", "_stack_id": "", "state": "Registration:level", "start_data": null, "dialog_data": {"subject": null, "album": null}, "widget_data": {"region_pages": 0}, "access_settings": {"user_ids": [700000054], "custom": null}}','2026-03-18 09:00:52.934685');
INSERT INTO "conversation" VALUES('42:700000055:700000055:::aiogd:stack:',NULL,'{"_id": "", "intents": ["hJtXzY"], "last_message_id": 178, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:00:57.263188');
INSERT INTO "conversation" VALUES('42:700000055:700000055:::aiogd:context:hJtXzY',NULL,'{"_intent_id": "hJtXzY", "_stack_id": "", "state": "Registration:level_card", "start_data": null, "dialog_data": {"subject": null, "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0}, "access_settings": {"user_ids": [700000055], "custom": null}}','2026-03-18 09:00:57.596679');
INSERT INTO "conversation" VALUES('42:700000056:700000056:::aiogd:stack:',NULL,'{"_id": "", "intents": ["xhSP9a"], "last_message_id": 195, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:02.871988');
INSERT INTO "conversation" VALUES('42:700000056:700000056:::aiogd:context:xhSP9a',NULL,'{"_intent_id": "xhSP9a", "_stack_id": "", "state": "Registration:directions", "start_data": null, "dialog_data": {"subject": null, "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0}, "access_settings": {"user_ids": [700000056], "custom": null}}','2026-03-18 09:01:03.456328');
INSERT INTO "conversation" VALUES('42:700000057:700000057:::aiogd:stack:',NULL,'{"_id": "", "intents": ["485etC"], "last_message_id": 212, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:07.758043');
INSERT INTO "conversation" VALUES('42:700000057:700000057:::aiogd:context:485etC',NULL,'{"_intent_id": "485etC", "_stack_id": "", "state": "Registration:choice", "start_data": null, "dialog_data": {"subject": "heritage", "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0}, "access_settings": {"user_ids": [700000057], "custom": null}}','2026-03-18 09:01:08.769152');
INSERT INTO "conversation" VALUES('42:700000058:700000058:::aiogd:stack:',NULL,'{"_id": "", "intents": ["zE9AMU"], "last_message_id": 229, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:12.207216');
INSERT INTO "conversation" VALUES('42:700000058:700000058:::aiogd:context:zE9AMU',NULL,'{"_intent_id": "zE9AMU", "_stack_id": "", "state": "Registration:partner", "start_data": null, "dialog_data": {"subject": "volunteering", "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0, "partner_pages": 0}, "access_settings": {"user_ids": [700000058], "custom": null}}','2026-03-18 09:01:14.374089');
INSERT INTO "conversation" VALUES('42:700000059:700000059:::aiogd:stack:',NULL,'{"_id": "", "intents": ["TpR1tD"], "last_message_id": 246, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:18.240318');
INSERT INTO "conversation" VALUES('42:700000059:700000059:::aiogd:context:TpR1tD',NULL,'{"_intent_id": "TpR1tD", "_stack_id": "", "state": "Registration:centre", "start_data": null, "dialog_data": {"subject": null, "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0, "partner_pages": 0, "centre_pages": 0}, "access_settings": {"user_ids": [700000059], "custom": null}}','2026-03-18 09:01:20.183340');
INSERT INTO "conversation" VALUES('42:700000060:700000060:::aiogd:stack:',NULL,'{"_id": "", "intents": ["fHWg7m"], "last_message_id": 263, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:24.471171');
INSERT INTO "conversation" VALUES('42:700000060:700000060:::aiogd:context:fHWg7m',NULL,'{"_intent_id": "fHWg7m", "_stack_id": "", "state": "Registration:mentor", "start_data": null, "dialog_data": {"subject": null, "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0, "partner_pages": 0, "centre_pages": 0, "mentor_pages": 0}, "access_settings": {"user_ids": [700000060], "custom": null}}','2026-03-18 09:01:26.973151');
INSERT INTO "conversation" VALUES('42:700000061:700000061:::aiogd:stack:',NULL,'{"_id": "", "intents": ["Vtf8VN"], "last_message_id": 280, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:31.734010');
INSERT INTO "conversation" VALUES('42:700000061:700000061:::aiogd:context:Vtf8VN',NULL,'{"_intent_id": "Vtf8VN", "_stack_id": "", "state": "Registration:summary", "start_data": null, "dialog_data": {"subject": null, "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0, "partner_pages": 0, "centre_pages": 0, "mentor_pages": 0}, "access_settings": {"user_ids": [700000061], "custom": null}}','2026-03-18 09:01:35.065803');
INSERT INTO "conversation" VALUES('42:700000062:700000062:::aiogd:stack:',NULL,'{"_id": "", "intents": ["yeBxB6"], "last_message_id": 297, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:39.390666');
INSERT INTO "conversation" VALUES('42:700000062:700000062:::aiogd:context:yeBxB6',NULL,'{"_intent_id": "yeBxB6", "_stack_id": "", "state": "Registration:change", "start_data": null, "dialog_data": {"subject": null, "album": null, "level": "bronze"}, "widget_data": {"region_pages": 0, "partner_pages": 0, "centre_pages": 0, "mentor_pages": 0}, "access_settings": {"user_ids": [700000062], "custom": null}}','2026-03-18 09:01:42.218266');
INSERT INTO "conversation" VALUES('42:700000063:700000063:::aiogd:stack:',NULL,'{"_id": "", "intents": ["h6fslw"], "last_message_id": 314, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:01:46.407015');
INSERT INTO "conversation" VALUES('42:700000063:700000063:::aiogd:context:h6fslw',NULL,'{"_intent_id": "h6fslw", "_stack_id": "", "state": "Registration:agreement", "start_data": null, "dialog_data": {"subject": null, "album": null, "level": "bronze", "opened": {"343fe1129d18b6b7cb9fd7f91489d955c6fb30f275d23c7bac6e2923fc332019": [0, 1]}}, "widget_data": {"region_pages": 0, "partner_pages": 0, "centre_pages": 0, "mentor_pages": 0, "agreement_pages": 1}, "access_settings": {"user_ids": [700000063], "custom": null}}','2026-03-18 09:01:48.874696');
INSERT INTO "conversation" VALUES('42:700000024:700000024:::aiogd:context:OpxGQC',NULL,'{"_intent_id": "OpxGQC", "_stack_id": "", "state": "Filling:minutes", "start_data": {"entry": 61, "all": false}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000024], "custom": null}}','2026-03-18 09:01:49.580879');
INSERT INTO "conversation" VALUES('42:700000025:700000025:::aiogd:context:OT37Ua',NULL,'{"_intent_id": "OT37Ua", "_stack_id": "", "state": "Filling:day", "start_data": {"entry": 62, "all": false}, "dialog_data": {}, "widget_data": {"calendar": {"current_offset": "2026-03-18"}}, "access_settings": {"user_ids": [700000025], "custom": null}}','2026-03-18 09:01:50.064490');
INSERT INTO "conversation" VALUES('42:700000026:700000026:::aiogd:context:BJNDnJ',NULL,'{"_intent_id": "BJNDnJ", "_stack_id": "", "state": "Filling:reason", "start_data": {"entry": 63, "all": false}, "dialog_data": {}, "widget_data": {"calendar": {"current_offset": "2026-03-18"}, "day": "03.03.2026"}, "access_settings": {"user_ids": [700000026], "custom": null}}','2026-03-18 09:01:50.758966');
INSERT INTO "conversation" VALUES('42:700000027:700000027:::aiogd:context:fYI0dn',NULL,'{"_intent_id": "fYI0dn", "_stack_id": "", "state": "Filling:section", "start_data": {"entry": 64, "all": true}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000027], "custom": null}}','2026-03-18 09:01:51.516203');
INSERT INTO "conversation" VALUES('42:700000028:700000028:::aiogd:context:ioSFbD',NULL,'{"_intent_id": "ioSFbD", "_stack_id": "", "state": "Filling:book", "start_data": {"entry": 65, "all": true}, "dialog_data": {"section": 1}, "widget_data": {"book_pages": 0}, "access_settings": {"user_ids": [700000028], "custom": null}}','2026-03-18 09:01:52.217274');
INSERT INTO "conversation" VALUES('42:700000029:700000029:::aiogd:context:5D0rGB',NULL,'{"_intent_id": "5D0rGB", "_stack_id": "", "state": "Filling:partner", "start_data": {"entry": 66, "all": true}, "dialog_data": {}, "widget_data": {"partner_pages": 0}, "access_settings": {"user_ids": [700000029], "custom": null}}','2026-03-18 09:01:53.246311');
INSERT INTO "conversation" VALUES('42:700000030:700000030:::aiogd:context:iQAqX4',NULL,'{"_intent_id": "iQAqX4", "_stack_id": "", "state": "Filling:action", "start_data": {"entry": 67, "all": true}, "dialog_data": {}, "widget_data": {"partner_pages": 0}, "access_settings": {"user_ids": [700000030], "custom": null}}','2026-03-18 09:01:54.489616');
INSERT INTO "conversation" VALUES('42:700000031:700000031:::aiogd:context:i8d1GV',NULL,'{"_intent_id": "i8d1GV", "_stack_id": "", "state": "Filling:result", "start_data": {"entry": 68, "all": true}, "dialog_data": {}, "widget_data": {"partner_pages": 0, "typed_action": "\u0410\u0493\u0430\u0448 \u043e\u0442\u044b\u0440\u0493\u044b\u0437\u0434\u044b\u049b"}, "access_settings": {"user_ids": [700000031], "custom": null}}','2026-03-18 09:01:55.899212');
INSERT INTO "conversation" VALUES('42:700000032:700000032:::aiogd:context:QpdYqz',NULL,'{"_intent_id": "QpdYqz", "_stack_id": "", "state": "Filling:employer", "start_data": {"entry": 69, "all": true}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000032], "custom": null}}','2026-03-18 09:01:57.029234');
INSERT INTO "conversation" VALUES('42:700000033:700000033:::aiogd:context:nuEARu',NULL,'{"_intent_id": "nuEARu", "_stack_id": "", "state": "Filling:words", "start_data": {"entry": 70, "all": false}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000033], "custom": null}}','2026-03-18 09:01:57.631256');
INSERT INTO "conversation" VALUES('42:700000034:700000034:::aiogd:context:QLePQq',NULL,'{"_intent_id": "QLePQq", "_stack_id": "", "state": "Filling:more", "start_data": {"entry": 71, "all": false}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000034], "custom": null}}','2026-03-18 09:01:58.288035');
INSERT INTO "conversation" VALUES('42:700000019:700000019:::aiogd:context:O0HWRG',NULL,'{"_intent_id": "O0HWRG", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000019], "custom": null}}','2026-03-18 09:01:58.534213');
INSERT INTO "conversation" VALUES('42:700000019:700000019:::aiogd:context:a0EUKi',NULL,'{"_intent_id": "a0EUKi", "_stack_id": "", "state": "Absences:last", "start_data": null, "dialog_data": {"reason": "illness", "first": "2026-03-16"}, "widget_data": {"absence_pages": 0, "first": {"current_offset": "2026-03-18"}, "first_typed": "16.03.2026", "last": {"current_offset": "2026-03-16"}}, "access_settings": {"user_ids": [700000019], "custom": null}}','2026-03-18 09:01:59.766840');
INSERT INTO "conversation" VALUES('42:700000035:700000035:::aiogd:context:NFaSIt',NULL,'{"_intent_id": "NFaSIt", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000035], "custom": null}}','2026-03-18 09:02:00.126535');
INSERT INTO "conversation" VALUES('42:700000035:700000035:::aiogd:context:NFF0Dp',NULL,'{"_intent_id": "NFF0Dp", "_stack_id": "", "state": "Absences:first", "start_data": null, "dialog_data": {"reason": "illness"}, "widget_data": {"absence_pages": 0, "first": {"current_offset": "2026-03-18"}}, "access_settings": {"user_ids": [700000035], "custom": null}}','2026-03-18 09:02:00.510298');
INSERT INTO "conversation" VALUES('42:700000021:700000021:::aiogd:context:TjTSC7',NULL,'{"_intent_id": "TjTSC7", "_stack_id": "", "state": "DisputeWords:entry", "start_data": {"do": "entry", "id": 48}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000021], "custom": null}}','2026-03-18 09:02:00.885259');
INSERT INTO "conversation" VALUES('42:700000020:700000020:::aiogd:context:txJv8P',NULL,'{"_intent_id": "txJv8P", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000020], "custom": null}}','2026-03-18 09:02:01.102564');
INSERT INTO "conversation" VALUES('42:700000020:700000020:::aiogd:context:wyf1dE',NULL,'{"_intent_id": "wyf1dE", "_stack_id": "", "state": "Card:answer", "start_data": null, "dialog_data": {"field": "hobbies"}, "widget_data": {}, "access_settings": {"user_ids": [700000020], "custom": null}}','2026-03-18 09:02:01.619971');
INSERT INTO "conversation" VALUES('42:700000017:700000017:::aiogd:context:VVgbZz',NULL,'{"_intent_id": "VVgbZz", "_stack_id": "", "state": "MyPlan:wish", "start_data": {"plan": 6}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000017], "custom": null}}','2026-03-18 09:02:02.133653');
INSERT INTO "conversation" VALUES('42:700000014:700000014:::aiogd:context:sVAoIw',NULL,'{"_intent_id": "sVAoIw", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000014], "custom": null}}','2026-03-18 09:02:02.405609');
INSERT INTO "conversation" VALUES('42:700000014:700000014:::aiogd:context:X5NdO3',NULL,'{"_intent_id": "X5NdO3", "_stack_id": "", "state": "Card:erase", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000014], "custom": null}}','2026-03-18 09:02:03.047311');
INSERT INTO "conversation" VALUES('42:700000013:700000013:::aiogd:context:XnXmBK',NULL,'{"_intent_id": "XnXmBK", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000013], "custom": null}}','2026-03-18 09:02:03.261127');
INSERT INTO "conversation" VALUES('42:700000013:700000013:::aiogd:context:pwj7qd',NULL,'{"_intent_id": "pwj7qd", "_stack_id": "", "state": "Start:language", "start_data": {"back": true}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000013], "custom": null}}','2026-03-18 09:02:03.308258');
INSERT INTO "conversation" VALUES('42:700000018:700000018:::aiogd:context:JMSMbK',NULL,'{"_intent_id": "JMSMbK", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000018], "custom": null}}','2026-03-18 09:02:03.565939');
INSERT INTO "conversation" VALUES('42:700000018:700000018:::aiogd:context:3DfGbs',NULL,'{"_intent_id": "3DfGbs", "_stack_id": "", "state": "MyPlan:current", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000018], "custom": null}}','2026-03-18 09:02:03.714055');
INSERT INTO "conversation" VALUES('42:700000015:700000015:::aiogd:context:5iC7S5',NULL,'{"_intent_id": "5iC7S5", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000015], "custom": null}}','2026-03-18 09:02:03.866989');
INSERT INTO "conversation" VALUES('42:700000015:700000015:::aiogd:context:WrY6NP',NULL,'{"_intent_id": "WrY6NP", "_stack_id": "", "state": "Card:way", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000015], "custom": null}}','2026-03-18 09:02:04.254871');
INSERT INTO "conversation" VALUES('42:700000009:700000009:::aiogd:context:MeU3oE',NULL,'{"_intent_id": "MeU3oE", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000009], "custom": null}}','2026-03-18 09:02:04.542285');
INSERT INTO "conversation" VALUES('42:700000009:700000009:::aiogd:context:u3lTtn',NULL,'{"_intent_id": "u3lTtn", "_stack_id": "", "state": "StaffAway:last", "start_data": null, "dialog_data": {"reason": "leave", "first": "2026-03-20"}, "widget_data": {"away_pages": 0, "first": {"current_offset": "2026-03-18"}, "first_typed": "20.03.2026", "last": {"current_offset": "2026-03-20"}}, "access_settings": {"user_ids": [700000009], "custom": null}}','2026-03-18 09:02:05.365198');
INSERT INTO "conversation" VALUES('42:700000007:700000007:::aiogd:context:p9xmtn',NULL,'{"_intent_id": "p9xmtn", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000007], "custom": null}}','2026-03-18 09:02:05.585448');
INSERT INTO "conversation" VALUES('42:700000007:700000007:::aiogd:context:9vUocm',NULL,'{"_intent_id": "9vUocm", "_stack_id": "", "state": "StaffAway:reason", "start_data": null, "dialog_data": {}, "widget_data": {"away_pages": 0}, "access_settings": {"user_ids": [700000007], "custom": null}}','2026-03-18 09:02:06.144972');
INSERT INTO "conversation" VALUES('42:700000010:700000010:::aiogd:context:1MnzAN',NULL,'{"_intent_id": "1MnzAN", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000010], "custom": null}}','2026-03-18 09:02:06.529648');
INSERT INTO "conversation" VALUES('42:700000010:700000010:::aiogd:context:ughwes',NULL,'{"_intent_id": "ughwes", "_stack_id": "", "state": "Wishes:one", "start_data": null, "dialog_data": {"kind": "review-evening"}, "widget_data": {}, "access_settings": {"user_ids": [700000010], "custom": null}}','2026-03-18 09:02:06.969549');
INSERT INTO "conversation" VALUES('42:700000004:700000004:::aiogd:context:6lm5IJ',NULL,'{"_intent_id": "6lm5IJ", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000004], "custom": null}}','2026-03-18 09:02:07.254190');
INSERT INTO "conversation" VALUES('42:700000004:700000004:::aiogd:context:sHppZu',NULL,'{"_intent_id": "sHppZu", "_stack_id": "", "state": "Staff:people", "start_data": null, "dialog_data": {}, "widget_data": {"people_pages": 0}, "access_settings": {"user_ids": [700000004], "custom": null}}','2026-03-18 09:02:07.837620');
INSERT INTO "conversation" VALUES('42:700000005:700000005:::aiogd:context:CBhVN1',NULL,'{"_intent_id": "CBhVN1", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000005], "custom": null}}','2026-03-18 09:02:08.072261');
INSERT INTO "conversation" VALUES('42:700000005:700000005:::aiogd:context:aCLXEE',NULL,'{"_intent_id": "aCLXEE", "_stack_id": "", "state": "Staff:role", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000005], "custom": null}}','2026-03-18 09:02:08.314578');
INSERT INTO "conversation" VALUES('42:700000006:700000006:::aiogd:context:I3974k',NULL,'{"_intent_id": "I3974k", "_stack_id": "", "state": "DisputeWords:annul", "start_data": {"do": "annul", "id": 8}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000006], "custom": null}}','2026-03-18 09:02:14.224873');
INSERT INTO "conversation" VALUES('42:700000001:700000001:::aiogd:context:KJCyyB',NULL,'{"_intent_id": "KJCyyB", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000001], "custom": null}}','2026-03-18 09:02:15.612426');
INSERT INTO "conversation" VALUES('42:700000001:700000001:::aiogd:context:bpyL6w',NULL,'{"_intent_id": "bpyL6w", "_stack_id": "", "state": "Broadcasting:choose", "start_data": null, "dialog_data": {"words": {"kk": "\u0421\u0435\u043d\u0431\u0456\u0434\u0435 \u0430\u0493\u0430\u0448 \u043e\u0442\u044b\u0440\u0493\u044b\u0437\u0430\u043c\u044b\u0437!"}, "language": "kk", "part": "roles", "roles": ["participant"]}, "widget_data": {"text": "\u0421\u0435\u043d\u0431\u0456\u0434\u0435 \u0430\u0493\u0430\u0448 \u043e\u0442\u044b\u0440\u0493\u044b\u0437\u0430\u043c\u044b\u0437!", "choice_pages": 0}, "access_settings": {"user_ids": [700000001], "custom": null}}','2026-03-18 09:02:18.338752');
INSERT INTO "conversation" VALUES('42:700000043:700000043:::aiogd:context:bDqRAQ',NULL,'{"_intent_id": "bDqRAQ", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000043], "custom": null}}','2026-03-18 09:02:18.618165');
INSERT INTO "conversation" VALUES('42:700000043:700000043:::aiogd:context:tkZvbI',NULL,'{"_intent_id": "tkZvbI", "_stack_id": "", "state": "Staff:centre_region", "start_data": null, "dialog_data": {"centre-name": "\u049a\u0430\u0437\u044b\u043d\u0430 \u0436\u0430\u0441\u0442\u0430\u0440 \u043e\u0440\u0442\u0430\u043b\u044b\u0493\u044b"}, "widget_data": {"centre_list": 0, "centre_region_pages": 0}, "access_settings": {"user_ids": [700000043], "custom": null}}','2026-03-18 09:02:19.558737');
INSERT INTO "conversation" VALUES('42:700000064:700000064:::aiogd:stack:',NULL,'{"_id": "", "intents": ["75b3H4"], "last_message_id": 364, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:21.705036');
INSERT INTO "conversation" VALUES('42:700000064:700000064:::aiogd:context:75b3H4',NULL,'{"_intent_id": "75b3H4", "_stack_id": "", "state": "CentreForm:address", "start_data": null, "dialog_data": {}, "widget_data": {"org_region_pages": 0}, "access_settings": {"user_ids": [700000064], "custom": null}}','2026-03-18 09:02:21.694355');
INSERT INTO "conversation" VALUES('42:700000039:700000039:::aiogd:context:r5tVrZ',NULL,'{"_intent_id": "r5tVrZ", "_stack_id": "", "state": "TaskForm:due", "start_data": {"enrolment": 15}, "dialog_data": {"direction": "sport", "words": "\u041a\u04e9\u043a\u043f\u0430\u0440 \u0442\u0443\u0440\u0430\u043b\u044b \u043a\u0456\u0442\u0430\u043f \u043e\u049b\u044b\u04a3\u044b\u0437"}, "widget_data": {"words": "\u041a\u04e9\u043a\u043f\u0430\u0440 \u0442\u0443\u0440\u0430\u043b\u044b \u043a\u0456\u0442\u0430\u043f \u043e\u049b\u044b\u04a3\u044b\u0437", "due": {"current_offset": "2026-03-18"}}, "access_settings": {"user_ids": [700000039], "custom": null}}','2026-03-18 09:02:22.753194');
INSERT INTO "conversation" VALUES('42:700000040:700000040:::aiogd:context:65FdtP',NULL,'{"_intent_id": "65FdtP", "_stack_id": "", "state": "PlanMaking:direction", "start_data": {"enrolment": 19}, "dialog_data": {"direction": "sport"}, "widget_data": {}, "access_settings": {"user_ids": [700000040], "custom": null}}','2026-03-18 09:02:24.023044');
INSERT INTO "conversation" VALUES('42:700000008:700000008:::aiogd:context:YZkPRY',NULL,'{"_intent_id": "YZkPRY", "_stack_id": "", "state": "ReviewWords:returned", "start_data": {"entry": 37, "message": 19}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000008], "custom": null}}','2026-03-18 09:02:24.754437');
INSERT INTO "conversation" VALUES('42:700000038:700000038:::aiogd:context:slTrbr',NULL,'{"_intent_id": "slTrbr", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000038], "custom": null}}','2026-03-18 09:02:24.980213');
INSERT INTO "conversation" VALUES('42:700000038:700000038:::aiogd:context:OJYhxz',NULL,'{"_intent_id": "OJYhxz", "_stack_id": "", "state": "Mentoring:participants", "start_data": null, "dialog_data": {}, "widget_data": {"participants_pages": 0}, "access_settings": {"user_ids": [700000038], "custom": null}}','2026-03-18 09:02:25.217121');
INSERT INTO "conversation" VALUES('42:700000022:700000022:::aiogd:context:4wr82G',NULL,'{"_intent_id": "4wr82G", "_stack_id": "", "state": "Menu:home", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000022], "custom": null}}','2026-03-18 09:02:25.439266');
INSERT INTO "conversation" VALUES('42:700000022:700000022:::aiogd:context:ZrwowH',NULL,'{"_intent_id": "ZrwowH", "_stack_id": "", "state": "Wards:withdraw", "start_data": null, "dialog_data": {"enrolment": 3}, "widget_data": {}, "access_settings": {"user_ids": [700000022], "custom": null}}','2026-03-18 09:02:26.147148');
INSERT INTO "conversation" VALUES('42:700000065:700000065:::aiogd:stack:',NULL,'{"_id": "", "intents": ["Y4TIti"], "last_message_id": 374, "last_reply_keyboard": true, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:27.753697');
INSERT INTO "conversation" VALUES('42:700000065:700000065:::aiogd:context:Y4TIti',NULL,'{"_intent_id": "Y4TIti", "_stack_id": "", "state": "Consent:contact", "start_data": {"payload": "r_UHzgEChCXGditDSNFTGNj5x3"}, "dialog_data": {"opened": {"343fe1129d18b6b7cb9fd7f91489d955c6fb30f275d23c7bac6e2923fc332019": [0, 1]}, "name": "\u0421\u04d9\u0440\u0441\u0435\u043d\u043e\u0432\u0430 \u0413\u04af\u043b\u043d\u0430\u0440"}, "widget_data": {"agreement_pages": 1}, "access_settings": {"user_ids": [700000065], "custom": null}}','2026-03-18 09:02:27.752895');
INSERT INTO "conversation" VALUES('42:700000066:700000066:::aiogd:stack:',NULL,'{"_id": "", "intents": ["4xthJX"], "last_message_id": 377, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:28.433063');
INSERT INTO "conversation" VALUES('42:700000066:700000066:::aiogd:context:4xthJX',NULL,'{"_intent_id": "4xthJX", "_stack_id": "", "state": "Employer:name", "start_data": {"payload": "e_m-OSjnZ7EEFG_tNcX4eH4P4p"}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000066], "custom": null}}','2026-03-18 09:02:28.657717');
INSERT INTO "conversation" VALUES('42:700000067:700000067:::aiogd:stack:',NULL,'{"_id": "", "intents": ["Ce98R7"], "last_message_id": 381, "last_reply_keyboard": false, "last_media_id": null, "last_media_unique_id": null, "last_income_media_group_id": null}','2026-03-18 09:02:29.391049');
INSERT INTO "conversation" VALUES('42:700000067:700000067:::aiogd:context:Ce98R7',NULL,'{"_intent_id": "Ce98R7", "_stack_id": "", "state": "Start:staff", "start_data": null, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000067], "custom": null}}','2026-03-18 09:02:29.390332');
INSERT INTO "conversation" VALUES('42:700000041:700000041:::aiogd:context:PMmvKG',NULL,'{"_intent_id": "PMmvKG", "_stack_id": "", "state": "ExcuseWords:question", "start_data": {"excuse": 11, "message": 86}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000041], "custom": null}}','2026-03-18 09:02:29.661776');
INSERT INTO "conversation" VALUES('42:700000042:700000042:::aiogd:context:J0yd2W',NULL,'{"_intent_id": "J0yd2W", "_stack_id": "", "state": "Mentoring:decline", "start_data": {"enrolment": 24}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000042], "custom": null}}','2026-03-18 09:02:29.975840');
INSERT INTO "conversation" VALUES('42:700000044:700000044:::aiogd:context:1wh7mK',NULL,'{"_intent_id": "1wh7mK", "_stack_id": "", "state": "CentreRefusal:words", "start_data": {"application": 1}, "dialog_data": {}, "widget_data": {}, "access_settings": {"user_ids": [700000044], "custom": null}}','2026-03-18 09:02:30.283203');
CREATE TABLE courier (
	name VARCHAR(32) NOT NULL,
	seen_at DATETIME NOT NULL,
	CONSTRAINT pk_courier PRIMARY KEY (name)
);
CREATE TABLE day_off (
	day DATE NOT NULL,
	made_by INTEGER NOT NULL,
	made_at DATETIME NOT NULL,
	CONSTRAINT pk_day_off PRIMARY KEY (day),
	CONSTRAINT fk_day_off_made_by_person FOREIGN KEY(made_by) REFERENCES person (id)
);
CREATE TABLE dispute (
	id INTEGER NOT NULL,
	enrolment_id INTEGER NOT NULL,
	entry_id INTEGER,
	task_id INTEGER,
	against_id INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	verdict VARCHAR(32),
	reason VARCHAR(32),
	comment TEXT,
	words TEXT NOT NULL,
	opened_at DATETIME NOT NULL,
	due DATE NOT NULL,
	answered_by INTEGER,
	answered_at DATETIME,
	answer TEXT,
	appeal_words TEXT,
	appealed_at DATETIME,
	appeal_due DATE,
	appeal_answered_by INTEGER,
	appeal_answered_at DATETIME,
	appeal_answer TEXT,
	closed_at DATETIME,
	CONSTRAINT pk_dispute PRIMARY KEY (id),
	CONSTRAINT fk_dispute_against_id_person FOREIGN KEY(against_id) REFERENCES person (id),
	CONSTRAINT fk_dispute_answered_by_person FOREIGN KEY(answered_by) REFERENCES person (id),
	CONSTRAINT fk_dispute_appeal_answered_by_person FOREIGN KEY(appeal_answered_by) REFERENCES person (id),
	CONSTRAINT fk_dispute_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT fk_dispute_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id),
	CONSTRAINT fk_dispute_task_id_task FOREIGN KEY(task_id) REFERENCES task (id)
);
INSERT INTO "dispute" VALUES(1,1,51,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «draft» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(2,2,52,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «unsigned» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(3,3,53,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «new» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(4,4,54,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «unassigned» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(5,5,55,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «drafting» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(6,6,56,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «proposed» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(7,7,57,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «agreed» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(8,8,58,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «active» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(9,9,59,NULL,8,'open','rejected','not_done',NULL,'Келіспеймін: «paused» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "dispute" VALUES(10,10,60,NULL,9,'open','rejected','not_done',NULL,'Келіспеймін: «other» Аты','2026-03-18 09:00:00.000000','2026-03-18',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE enrolment (
	id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	level VARCHAR(32),
	choices JSON NOT NULL,
	overrides JSON NOT NULL,
	centre_id INTEGER,
	mentor_id INTEGER,
	begun_at DATETIME NOT NULL,
	submitted_at DATETIME,
	answer_due DATE,
	activated_at DATETIME,
	started_on DATE,
	completed_at DATETIME,
	closed_at DATETIME,
	closing_reason TEXT,
	characterisation TEXT,
	CONSTRAINT pk_enrolment PRIMARY KEY (id),
	CONSTRAINT fk_enrolment_centre_id_centre FOREIGN KEY(centre_id) REFERENCES centre (id),
	CONSTRAINT fk_enrolment_mentor_id_person FOREIGN KEY(mentor_id) REFERENCES person (id),
	CONSTRAINT fk_enrolment_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "enrolment" VALUES(1,12,'draft','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(2,13,'awaiting_representative','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(3,14,'submitted','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(4,15,'submitted','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(5,16,'planning','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(6,17,'planning','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(7,18,'planning','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(8,19,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,'2026-03-02',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(9,20,'paused','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,8,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,'2026-03-02',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(10,21,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',1,9,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000','2026-04-07',NULL,'2026-03-02',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(11,25,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,24,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(12,26,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,24,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(13,27,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,24,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(14,28,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,24,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(15,30,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,29,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(16,31,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,29,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(17,32,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,29,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(18,33,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,29,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(19,35,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,34,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(20,36,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,34,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(21,37,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,34,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(22,38,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,34,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(23,40,'active','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,39,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000','2026-02-16',NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(24,42,'submitted','bronze','{"answers": {"heritage": "months_3"}, "extra": ["heritage", "talent", "trips", "volunteering", "work"]}','{}',NULL,41,'2026-02-16 09:00:00.000000','2026-02-16 09:00:00.000000','2026-04-07',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(25,47,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:25.647261',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(26,48,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:26.711774',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(27,49,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:28.129650',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(28,50,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:30.870926',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(29,51,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:34.954900',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(30,52,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:38.539105',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(31,53,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:43.310110',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(32,54,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:49.678710',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(33,55,'draft',NULL,'{}','{}',NULL,NULL,'2026-03-18 09:00:53.723917',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(34,56,'draft','bronze','{"passed": []}','{}',NULL,NULL,'2026-03-18 09:00:58.765619',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(35,57,'draft','bronze','{"passed": ["directions"], "answers": {}, "extra": []}','{}',NULL,NULL,'2026-03-18 09:01:04.574344',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(36,58,'draft','bronze','{"passed": ["directions"], "answers": {"heritage": "months_3"}, "extra": []}','{}',NULL,NULL,'2026-03-18 09:01:09.328426',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(37,59,'draft','bronze','{"passed": ["directions"], "answers": {"heritage": "months_3"}, "extra": [], "partners": {"volunteering": 1, "trips": 1}}','{}',NULL,NULL,'2026-03-18 09:01:15.264346',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(38,60,'draft','bronze','{"passed": ["directions"], "answers": {"heritage": "months_3"}, "extra": [], "partners": {"volunteering": 1, "trips": 1}}','{}',2,NULL,'2026-03-18 09:01:21.266069',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(39,61,'draft','bronze','{"passed": ["directions", "mentor"], "answers": {"heritage": "months_3"}, "extra": [], "partners": {"volunteering": 1, "trips": 1}}','{}',2,NULL,'2026-03-18 09:01:28.006262',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(40,62,'draft','bronze','{"passed": ["directions", "mentor"], "answers": {"heritage": "months_3"}, "extra": [], "partners": {"volunteering": 1, "trips": 1}}','{}',2,NULL,'2026-03-18 09:01:36.107210',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "enrolment" VALUES(41,63,'draft','bronze','{"passed": ["directions", "mentor"], "answers": {"heritage": "months_3"}, "extra": [], "partners": {"volunteering": 1, "trips": 1}}','{}',2,NULL,'2026-03-18 09:01:43.403094',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE entry (
	id INTEGER NOT NULL,
	enrolment_id INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	version INTEGER NOT NULL,
	replaces_id INTEGER,
	direction VARCHAR(32),
	happened_on DATE NOT NULL,
	late_reason TEXT,
	taken_at DATETIME,
	sent_at DATETIME NOT NULL,
	received_at DATETIME NOT NULL,
	minutes INTEGER,
	days INTEGER,
	book VARCHAR(64),
	action VARCHAR(200),
	result TEXT,
	partner_id INTEGER,
	employer VARCHAR(160),
	employer_signer VARCHAR(120),
	employer_confirmed_at DATETIME,
	note TEXT NOT NULL,
	is_final BOOLEAN NOT NULL,
	task_id INTEGER,
	media_group_id VARCHAR(64),
	message_id BIGINT,
	submitted_at DATETIME,
	decided_at DATETIME,
	CONSTRAINT pk_entry PRIMARY KEY (id),
	CONSTRAINT fk_entry_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT fk_entry_partner_id_partner FOREIGN KEY(partner_id) REFERENCES partner (id),
	CONSTRAINT fk_entry_replaces_id_entry FOREIGN KEY(replaces_id) REFERENCES entry (id),
	CONSTRAINT fk_entry_task_id_task FOREIGN KEY(task_id) REFERENCES task (id),
	CONSTRAINT uq_entry_enrolment_id_media_group_id UNIQUE (enrolment_id, media_group_id),
	CONSTRAINT uq_entry_enrolment_id_message_id UNIQUE (enrolment_id, message_id),
	CONSTRAINT uq_entry_replaces_id UNIQUE (replaces_id)
);
INSERT INTO "entry" VALUES(1,1,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «draft» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(2,1,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «draft» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(3,1,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «draft» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(4,1,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «draft» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(5,1,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «draft» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(6,2,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unsigned» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(7,2,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unsigned» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(8,2,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unsigned» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(9,2,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «unsigned» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(10,2,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unsigned» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(11,3,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «new» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(12,3,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «new» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(13,3,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «new» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(14,3,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «new» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(15,3,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «new» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(16,4,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unassigned» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(17,4,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unassigned» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(18,4,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unassigned» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(19,4,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «unassigned» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(20,4,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «unassigned» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(21,5,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «drafting» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(22,5,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «drafting» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(23,5,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «drafting» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(24,5,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «drafting» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(25,5,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «drafting» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(26,6,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «proposed» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(27,6,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «proposed» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(28,6,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «proposed» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(29,6,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «proposed» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(30,6,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «proposed» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(31,7,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «agreed» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(32,7,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «agreed» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(33,7,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «agreed» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(34,7,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «agreed» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(35,7,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «agreed» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(36,8,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «active» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(37,8,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «active» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(38,8,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «active» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(39,8,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «active» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(40,8,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «active» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(41,9,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «paused» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(42,9,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «paused» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(43,9,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «paused» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(44,9,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «paused» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(45,9,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «paused» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(46,10,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «other» Аты',0,NULL,NULL,1,NULL,NULL);
INSERT INTO "entry" VALUES(47,10,'submitted',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «other» Аты',0,NULL,NULL,2,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(48,10,'returned',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «other» Аты',0,NULL,NULL,3,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(49,10,'submitted',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,1,NULL,NULL,NULL,NULL,'Наубайхана',NULL,NULL,'Жүгірдім: «other» Аты',0,NULL,NULL,4,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(50,10,'approved',1,NULL,'trips','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',NULL,2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүгірдім: «other» Аты',0,NULL,NULL,5,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(51,1,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «draft» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(52,2,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «unsigned» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(53,3,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «new» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(54,4,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «unassigned» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(55,5,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «drafting» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(56,6,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «proposed» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(57,7,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «agreed» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(58,8,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «active» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(59,9,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «paused» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(60,10,'rejected',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:00.000000',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Жүзу: «other» Аты',0,NULL,NULL,7,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "entry" VALUES(61,11,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:01:49.000000','2026-03-18 09:01:49.067761',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'жүгірдім',0,NULL,NULL,315,NULL,NULL);
INSERT INTO "entry" VALUES(62,12,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:01:49.000000','2026-03-18 09:01:49.808482',40,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'жүгіру 40 мин',0,NULL,NULL,317,NULL,NULL);
INSERT INTO "entry" VALUES(63,13,'draft',1,NULL,'sport','2026-03-03',NULL,NULL,'2026-03-18 09:01:50.000000','2026-03-18 09:01:50.207226',40,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'жүгіру 40 мин',0,NULL,NULL,319,NULL,NULL);
INSERT INTO "entry" VALUES(64,14,'draft',1,NULL,'reading','2026-03-18',NULL,NULL,'2026-03-18 09:01:50.000000','2026-03-18 09:01:51.002529',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'бір нәрсе',0,NULL,NULL,323,NULL,NULL);
INSERT INTO "entry" VALUES(65,15,'draft',1,NULL,'reading','2026-03-18',NULL,NULL,'2026-03-18 09:01:51.000000','2026-03-18 09:01:51.726009',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'бір нәрсе',0,NULL,NULL,325,NULL,NULL);
INSERT INTO "entry" VALUES(66,16,'draft',1,NULL,'volunteering','2026-03-18',NULL,NULL,'2026-03-18 09:01:52.000000','2026-03-18 09:01:52.454166',60,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'бір нәрсе',0,NULL,NULL,327,NULL,NULL);
INSERT INTO "entry" VALUES(67,17,'draft',1,NULL,'volunteering','2026-03-18',NULL,NULL,'2026-03-18 09:01:53.000000','2026-03-18 09:01:53.422257',60,NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,'бір нәрсе',0,NULL,NULL,329,NULL,NULL);
INSERT INTO "entry" VALUES(68,18,'draft',1,NULL,'volunteering','2026-03-18',NULL,NULL,'2026-03-18 09:01:54.000000','2026-03-18 09:01:54.645218',60,NULL,NULL,'Ағаш отырғыздық',NULL,1,NULL,NULL,NULL,'бір нәрсе',0,NULL,NULL,331,NULL,NULL);
INSERT INTO "entry" VALUES(69,19,'draft',1,NULL,'work','2026-03-18',NULL,NULL,'2026-03-18 09:01:56.000000','2026-03-18 09:01:56.094611',NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'бір нәрсе',0,NULL,NULL,335,NULL,NULL);
INSERT INTO "entry" VALUES(70,20,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:01:57.000000','2026-03-18 09:01:57.270066',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'жүгіру 30 мин',0,NULL,NULL,337,NULL,NULL);
INSERT INTO "entry" VALUES(71,21,'draft',1,NULL,'sport','2026-03-18',NULL,NULL,'2026-03-18 09:01:57.000000','2026-03-18 09:01:57.929756',30,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'жүгіру 30 мин',0,NULL,NULL,339,NULL,NULL);
CREATE TABLE essay_fingerprint (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	entry_id INTEGER NOT NULL,
	method INTEGER NOT NULL,
	compared_at DATETIME,
	codes BLOB NOT NULL,
	CONSTRAINT fk_essay_fingerprint_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id),
	CONSTRAINT uq_essay_fingerprint_entry_id_method UNIQUE (entry_id, method)
);
CREATE TABLE "excuse" (
	id INTEGER NOT NULL,
	enrolment_id INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE,
	reason VARCHAR(32) NOT NULL,
	note TEXT,
	made_by INTEGER NOT NULL,
	made_at DATETIME NOT NULL,
	document_file_id VARCHAR(200),
	document_kind VARCHAR(16),
	question TEXT,
	answer TEXT,
	decided_by INTEGER,
	decided_at DATETIME,
	CONSTRAINT pk_excuse PRIMARY KEY (id),
	CONSTRAINT fk_excuse_made_by_person FOREIGN KEY(made_by) REFERENCES person (id),
	CONSTRAINT fk_excuse_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT fk_excuse_decided_by_person FOREIGN KEY(decided_by) REFERENCES person (id)
);
INSERT INTO "excuse" VALUES(1,1,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «draft» Аты',12,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(2,2,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «unsigned» Аты',13,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(3,3,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «new» Аты',14,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(4,4,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «unassigned» Аты',15,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(5,5,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «drafting» Аты',16,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(6,6,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «proposed» Аты',17,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(7,7,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «agreed» Аты',18,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(8,8,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «active» Аты',19,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(9,9,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «paused» Аты',20,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(10,10,'asked','2026-03-18','2026-03-18','illness','Ауырдым: «other» Аты',21,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "excuse" VALUES(11,23,'asked','2026-03-18','2026-03-18','illness','Ауырдым',40,'2026-03-18 09:00:00.000000',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE finding (
	id INTEGER NOT NULL,
	entry_id INTEGER NOT NULL,
	media_id INTEGER,
	other_entry_id INTEGER NOT NULL,
	other_media_id INTEGER,
	kind VARCHAR(32) NOT NULL,
	score DOUBLE NOT NULL,
	details JSON NOT NULL,
	found_at DATETIME NOT NULL,
	verdict VARCHAR(32),
	decided_by INTEGER,
	decided_at DATETIME,
	CONSTRAINT pk_finding PRIMARY KEY (id),
	CONSTRAINT fk_finding_decided_by_person FOREIGN KEY(decided_by) REFERENCES person (id),
	CONSTRAINT fk_finding_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id),
	CONSTRAINT fk_finding_media_id_media FOREIGN KEY(media_id) REFERENCES media (id),
	CONSTRAINT fk_finding_other_entry_id_entry FOREIGN KEY(other_entry_id) REFERENCES entry (id),
	CONSTRAINT fk_finding_other_media_id_media FOREIGN KEY(other_media_id) REFERENCES media (id),
	CONSTRAINT uq_finding_media_id_other_media_id UNIQUE (media_id, other_media_id)
);
INSERT INTO "finding" VALUES(1,37,12,47,11,'photo',0.9,'{}','2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "finding" VALUES(2,7,13,47,11,'photo',0.9,'{}','2026-03-18 09:00:00.000000',NULL,NULL,NULL);
CREATE TABLE fingerprint (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	media_id INTEGER NOT NULL,
	part INTEGER NOT NULL,
	method INTEGER NOT NULL,
	codes BLOB NOT NULL,
	details BLOB NOT NULL,
	CONSTRAINT fk_fingerprint_media_id_media FOREIGN KEY(media_id) REFERENCES media (id),
	CONSTRAINT uq_fingerprint_media_id_part_method UNIQUE (media_id, part, method)
);
CREATE TABLE invitation (
	id INTEGER NOT NULL,
	token_hash VARCHAR(64) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	role VARCHAR(32),
	region VARCHAR(8),
	centre_id INTEGER,
	reports_to INTEGER,
	enrolment_id INTEGER,
	entry_id INTEGER,
	made_by INTEGER,
	made_at DATETIME NOT NULL,
	expires_at DATETIME NOT NULL,
	used_at DATETIME,
	used_by INTEGER,
	CONSTRAINT pk_invitation PRIMARY KEY (id),
	CONSTRAINT fk_invitation_centre_id_centre FOREIGN KEY(centre_id) REFERENCES centre (id),
	CONSTRAINT fk_invitation_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT fk_invitation_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id),
	CONSTRAINT fk_invitation_made_by_person FOREIGN KEY(made_by) REFERENCES person (id),
	CONSTRAINT fk_invitation_reports_to_person FOREIGN KEY(reports_to) REFERENCES person (id),
	CONSTRAINT fk_invitation_used_by_person FOREIGN KEY(used_by) REFERENCES person (id),
	CONSTRAINT uq_invitation_token_hash UNIQUE (token_hash)
);
INSERT INTO "invitation" VALUES(1,'f356ba75af4284dbb75dd3a8baccc33f203002644e5870354d91a741580ff477','representative',NULL,NULL,NULL,NULL,2,NULL,13,'2026-03-18 09:00:00.000000','2026-03-25 09:00:00.000000',NULL,NULL);
INSERT INTO "invitation" VALUES(2,'b038196350966fd69691a91a34e97f293de4c22fa5fcedf4ada4a3042287c831','employer',NULL,NULL,NULL,NULL,NULL,39,19,'2026-03-18 09:00:00.000000','2026-03-25 09:00:00.000000',NULL,NULL);
INSERT INTO "invitation" VALUES(3,'ef47e47a00bfcb93d4dd0a9d8e53889912b2f3aa6cc0608f1a334ca8e4759c2c','staff','mentor',NULL,1,NULL,NULL,NULL,1,'2026-03-18 09:00:00.000000','2026-03-25 09:00:00.000000','2026-03-18 09:02:29.165044',67);
CREATE TABLE job_run (
	job VARCHAR(64) NOT NULL,
	due_at DATETIME NOT NULL,
	begun_at DATETIME NOT NULL,
	ended_at DATETIME,
	held_until DATETIME,
	attempts INTEGER DEFAULT '0' NOT NULL,
	count INTEGER,
	problem VARCHAR(64),
	CONSTRAINT pk_job_run PRIMARY KEY (job, due_at)
);
INSERT INTO "job_run" VALUES('forget-updates','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('forget-attempts','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('forget-invitations','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('forget-notices','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('forget-runs','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('forget-conversations','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('weekly-hour-thursday:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('weekly-hour-sunday:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('weekly-hour-celebration:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('review-evening:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('daily-digest:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('weekly-digest:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('deadlines:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('contracts:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('undecided:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
INSERT INTO "job_run" VALUES('silence:Asia/Almaty','2026-03-18 09:00:04.748030','2026-03-18 09:00:04.846500','2026-03-18 09:00:04.846500',NULL,0,NULL,'first seen');
CREATE TABLE mark (
	id INTEGER NOT NULL,
	enrolment_id INTEGER NOT NULL,
	direction VARCHAR(32) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	"by" INTEGER NOT NULL,
	at DATETIME NOT NULL,
	note TEXT,
	CONSTRAINT pk_mark PRIMARY KEY (id),
	CONSTRAINT fk_mark_by_person FOREIGN KEY("by") REFERENCES person (id),
	CONSTRAINT fk_mark_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT uq_mark_enrolment_id_direction_kind UNIQUE (enrolment_id, direction, kind)
);
INSERT INTO "mark" VALUES(1,1,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(2,2,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(3,3,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(4,4,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(5,5,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(6,6,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(7,7,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(8,8,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(9,9,'talent','complete',8,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "mark" VALUES(10,10,'talent','complete',9,'2026-03-18 09:00:00.000000',NULL);
CREATE TABLE media (
	id INTEGER NOT NULL,
	entry_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	file_id VARCHAR(200) NOT NULL,
	file_unique_id VARCHAR(64) NOT NULL,
	message_id BIGINT NOT NULL,
	media_group_id VARCHAR(64),
	mime VARCHAR(100),
	size BIGINT,
	seconds INTEGER,
	taken_at DATETIME,
	camera VARCHAR(100),
	sha256 VARCHAR(64),
	problem VARCHAR(64),
	examined_at DATETIME, method INTEGER, compared_at DATETIME, thumbnail_file_id VARCHAR(200),
	CONSTRAINT pk_media PRIMARY KEY (id),
	CONSTRAINT fk_media_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id),
	CONSTRAINT uq_media_entry_id_message_id_file_unique_id UNIQUE (entry_id, message_id, file_unique_id)
);
INSERT INTO "media" VALUES(1,1,'document','file-draft','unique-draft',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(2,6,'document','file-unsigned','unique-unsigned',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(3,11,'document','file-new','unique-new',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(4,16,'document','file-unassigned','unique-unassigned',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(5,21,'document','file-drafting','unique-drafting',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(6,26,'document','file-proposed','unique-proposed',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(7,31,'document','file-agreed','unique-agreed',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(8,36,'document','file-active','unique-active',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(9,41,'document','file-paused','unique-paused',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(10,46,'document','file-other','unique-other',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not_image','2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(11,47,'photo','picture-other','picture-other',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(12,37,'photo','picture-active','picture-active',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "media" VALUES(13,7,'photo','picture-unsigned','picture-unsigned',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL,'2026-03-18 09:00:00.000000',NULL);
CREATE TABLE "outbox" (
	id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	kind VARCHAR(64) NOT NULL,
	details JSON NOT NULL,
	written_at DATETIME NOT NULL,
	due_at DATETIME NOT NULL,
	attempts INTEGER NOT NULL,
	again_at DATETIME,
	settled_at DATETIME,
	outcome VARCHAR(32),
	message_id BIGINT,
	urgency INTEGER DEFAULT '1' NOT NULL,
	once VARCHAR(80),
	useful_until DATETIME,
	broadcast_id INTEGER,
	claimed_until DATETIME,
	CONSTRAINT pk_outbox PRIMARY KEY (id),
	CONSTRAINT fk_outbox_person_id_person FOREIGN KEY(person_id) REFERENCES person (id),
	CONSTRAINT uq_outbox_person_id_once UNIQUE (person_id, once),
	CONSTRAINT fk_outbox_broadcast_id_broadcast FOREIGN KEY(broadcast_id) REFERENCES broadcast (id)
);
INSERT INTO "outbox" VALUES(1,1,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','sent',4,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(2,2,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','sent',5,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(3,3,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(4,4,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(5,5,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(6,6,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(7,7,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(8,8,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(9,9,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(10,10,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.883156','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(11,14,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(12,15,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(13,16,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(14,17,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(15,18,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(16,19,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(17,20,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(18,21,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(19,22,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(20,23,'broadcast','{"broadcast": 1}','2026-03-18 09:00:09.238165','2026-03-18 09:00:09.238165',0,NULL,'2026-03-18 09:00:11.973421','unreachable',NULL,2,'broadcast:1','2026-03-25 09:00:09.238165',1,NULL);
INSERT INTO "outbox" VALUES(21,8,'participant-unreachable','{"enrolment": 3}','2026-03-18 09:00:11.973421','2026-03-18 09:00:11.973421',0,NULL,'2026-03-18 09:00:12.714546','unreachable',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(22,8,'participant-unreachable','{"enrolment": 5}','2026-03-18 09:00:11.973421','2026-03-18 09:00:11.973421',0,NULL,'2026-03-18 09:00:12.714546','unreachable',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(23,8,'participant-unreachable','{"enrolment": 6}','2026-03-18 09:00:11.973421','2026-03-18 09:00:11.973421',0,NULL,'2026-03-18 09:00:12.714546','unreachable',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(24,8,'participant-unreachable','{"enrolment": 7}','2026-03-18 09:00:11.973421','2026-03-18 09:00:11.973421',0,NULL,'2026-03-18 09:00:12.714546','unreachable',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(25,8,'participant-unreachable','{"enrolment": 8}','2026-03-18 09:00:11.973421','2026-03-18 09:00:11.973421',0,NULL,'2026-03-18 09:00:12.714546','unreachable',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(26,8,'participant-unreachable','{"enrolment": 9}','2026-03-18 09:00:11.973421','2026-03-18 09:00:11.973421',0,NULL,'2026-03-18 09:00:12.714546','unreachable',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(27,9,'participant-unreachable','{"enrolment": 10}','2026-03-18 09:00:11.973421','2026-03-18 09:00:11.973421',0,NULL,'2026-03-18 09:00:12.714546','unreachable',NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(28,1,'broadcast-report','{"broadcast": 1}','2026-03-18 09:00:15.097909','2026-03-18 09:00:15.097909',0,NULL,'2026-03-18 09:00:17.294802','sent',34,1,NULL,NULL,NULL,NULL);
CREATE TABLE partner (
	id INTEGER NOT NULL,
	name VARCHAR(160) NOT NULL,
	region VARCHAR(8),
	directions JSON NOT NULL,
	closed_at DATETIME,
	CONSTRAINT pk_partner PRIMARY KEY (id)
);
INSERT INTO "partner" VALUES(1,'Қызыл Жарты Ай','KZ-75','["volunteering", "trips"]',NULL);
CREATE TABLE person (
	id INTEGER NOT NULL,
	telegram_id BIGINT NOT NULL,
	language VARCHAR(8),
	full_name VARCHAR(120),
	birth_date DATE,
	region VARCHAR(8),
	place VARCHAR(120),
	study VARCHAR(160),
	about TEXT,
	hobbies TEXT,
	phone VARCHAR(24),
	photo_file_id VARCHAR(200),
	joined_at DATETIME NOT NULL,
	unreachable_since DATETIME,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT uq_person_telegram_id UNIQUE (telegram_id)
);
INSERT INTO "person" VALUES(1,700000001,'kk','«operator» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(2,700000002,'kk','«coordinator» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(3,700000003,'kk','«coordinator2» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(4,700000004,'kk','«head» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(5,700000005,'kk','«head2» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(6,700000006,'kk','«expert» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(7,700000007,'kk','«expert2» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(8,700000008,'kk','«mentor» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(9,700000009,'kk','«mentor2» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(10,700000010,'kk','«spare» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.883156');
INSERT INTO "person" VALUES(11,700000011,'kk','«unknown» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(12,700000012,'kk','«draft» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(13,700000013,'kk','«unsigned» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(14,700000014,'kk','«new» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(15,700000015,'kk','«unassigned» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(16,700000016,'kk','«drafting» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(17,700000017,'kk','«proposed» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(18,700000018,'kk','«agreed» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(19,700000019,'kk','«active» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(20,700000020,'kk','«paused» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(21,700000021,'kk','«other» Аты','2010-01-15','KZ-75','Алматы',NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(22,700000022,'kk','«rep» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(23,700000023,'kk','«rep2» Аты',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000','2026-03-18 09:00:11.973421');
INSERT INTO "person" VALUES(24,700000038,'kk','Тәлімгер',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(25,700000024,'kk','Қатысушы 700000024',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(26,700000025,'kk','Қатысушы 700000025',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(27,700000026,'kk','Қатысушы 700000026',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(28,700000027,'kk','Қатысушы 700000027',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(29,700000039,'kk','Тәлімгер',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(30,700000028,'kk','Қатысушы 700000028',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(31,700000029,'kk','Қатысушы 700000029',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(32,700000030,'kk','Қатысушы 700000030',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(33,700000031,'kk','Қатысушы 700000031',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(34,700000040,'kk','Тәлімгер',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(35,700000032,'kk','Қатысушы 700000032',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(36,700000033,'kk','Қатысушы 700000033',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(37,700000034,'kk','Қатысушы 700000034',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(38,700000035,'kk','Қатысушы 700000035',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(39,700000041,'kk','Тәлімгер',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(40,700000036,'kk','Қатысушы 700000036',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(41,700000042,'kk','Тәлімгер',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(42,700000037,'kk','Қатысушы 700000037',NULL,'KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "person" VALUES(43,700000043,'kk','operator2 Сынақ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:22.882062',NULL);
INSERT INTO "person" VALUES(44,700000044,'kk','refuser Сынақ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:23.119083',NULL);
INSERT INTO "person" VALUES(45,700000045,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:23.545960',NULL);
INSERT INTO "person" VALUES(46,700000046,'kk',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:23.885850',NULL);
INSERT INTO "person" VALUES(47,700000047,'kk',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:25.174953',NULL);
INSERT INTO "person" VALUES(48,700000048,'kk','Сәрсен Аружан',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:25.948314',NULL);
INSERT INTO "person" VALUES(49,700000049,'kk','Сәрсен Аружан',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:27.561093',NULL);
INSERT INTO "person" VALUES(50,700000050,'kk','Сәрсен Аружан','2005-01-15',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:29.806194',NULL);
INSERT INTO "person" VALUES(51,700000051,'kk','Сәрсен Аружан','2005-01-15','KZ-75',NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:00:33.654508',NULL);
INSERT INTO "person" VALUES(52,700000052,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып',NULL,NULL,NULL,NULL,'2026-03-18 09:00:37.426214',NULL);
INSERT INTO "person" VALUES(53,700000053,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра',NULL,'AgACf341004eAQAD4921ce89436b','2026-03-18 09:00:42.374874',NULL);
INSERT INTO "person" VALUES(54,700000054,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000053','AgACb9940c01AQAD66483c59a4c4','2026-03-18 09:00:49.217750',NULL);
INSERT INTO "person" VALUES(55,700000055,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000054','AgAC28f55042AQADc0a34e92c188','2026-03-18 09:00:53.095761',NULL);
INSERT INTO "person" VALUES(56,700000056,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000055','AgAC31e25d55AQAD9b59cada5e45','2026-03-18 09:00:57.830962',NULL);
INSERT INTO "person" VALUES(57,700000057,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000056','AgACd4f2244dAQADb2974d00bdfa','2026-03-18 09:01:03.752410',NULL);
INSERT INTO "person" VALUES(58,700000058,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000057','AgAC9f4320cdAQAD239ec07f1719','2026-03-18 09:01:08.933244',NULL);
INSERT INTO "person" VALUES(59,700000059,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000058','AgACd8a08678AQADeaa1b627332e','2026-03-18 09:01:14.773386',NULL);
INSERT INTO "person" VALUES(60,700000060,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000059','AgACf7e1acbdAQAD54a57bbc4a28','2026-03-18 09:01:20.510842',NULL);
INSERT INTO "person" VALUES(61,700000061,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000060','AgACa21b1900AQADb0712a2abe69','2026-03-18 09:01:27.213506',NULL);
INSERT INTO "person" VALUES(62,700000062,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000061','AgAC83ce16f3AQAD1ca2263e86b2','2026-03-18 09:01:35.364703',NULL);
INSERT INTO "person" VALUES(63,700000063,'kk','Сәрсен Аружан','2005-01-15','KZ-75','Алматы, Достық 5','№ 12 мектеп, 9 «Б» сынып','Тарихты жақсы көремін','волейбол, домбыра','+77010000062','AgAC61323f68AQAD9278f9d1b7f2','2026-03-18 09:01:42.442402',NULL);
INSERT INTO "person" VALUES(64,700000064,'kk',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:02:19.786750',NULL);
INSERT INTO "person" VALUES(65,700000065,'kk',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:02:26.395640',NULL);
INSERT INTO "person" VALUES(66,700000066,'kk',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:02:27.973062',NULL);
INSERT INTO "person" VALUES(67,700000067,'kk',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-03-18 09:02:28.898561',NULL);
CREATE TABLE "plan" (
	id INTEGER NOT NULL,
	enrolment_id INTEGER NOT NULL,
	version INTEGER NOT NULL,
	state VARCHAR(32) NOT NULL,
	made_by INTEGER NOT NULL,
	made_at DATETIME NOT NULL,
	proposed_at DATETIME,
	agreed_at DATETIME,
	wish TEXT,
	CONSTRAINT pk_plan PRIMARY KEY (id),
	CONSTRAINT fk_plan_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT fk_plan_made_by_person FOREIGN KEY(made_by) REFERENCES person (id),
	CONSTRAINT uq_plan_enrolment_id_version UNIQUE (enrolment_id, version)
);
INSERT INTO "plan" VALUES(1,1,1,'agreed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(2,2,1,'agreed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(3,3,1,'agreed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(4,4,1,'agreed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(5,5,1,'draft',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(6,6,1,'proposed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(7,7,1,'agreed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(8,8,1,'agreed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(9,9,1,'agreed',8,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(10,10,1,'agreed',9,'2026-03-18 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "plan" VALUES(11,11,1,'agreed',24,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(12,12,1,'agreed',24,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(13,13,1,'agreed',24,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(14,14,1,'agreed',24,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(15,15,1,'agreed',29,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(16,16,1,'agreed',29,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(17,17,1,'agreed',29,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(18,18,1,'agreed',29,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(19,19,1,'agreed',34,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(20,20,1,'agreed',34,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(21,21,1,'agreed',34,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(22,22,1,'agreed',34,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(23,23,1,'agreed',39,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(24,24,1,'agreed',41,'2026-02-16 09:00:00.000000',NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "plan" VALUES(25,19,2,'draft',34,'2026-03-18 09:02:23.282650',NULL,NULL,NULL);
CREATE TABLE plan_item (
	id INTEGER NOT NULL,
	plan_id INTEGER NOT NULL,
	direction VARCHAR(32) NOT NULL,
	activity VARCHAR(120) NOT NULL,
	weekdays JSON NOT NULL,
	minutes INTEGER NOT NULL,
	starts_on DATE NOT NULL,
	partner_id INTEGER,
	CONSTRAINT pk_plan_item PRIMARY KEY (id),
	CONSTRAINT fk_plan_item_partner_id_partner FOREIGN KEY(partner_id) REFERENCES partner (id),
	CONSTRAINT fk_plan_item_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
	CONSTRAINT uq_plan_item_plan_id_direction UNIQUE (plan_id, direction)
);
INSERT INTO "plan_item" VALUES(1,1,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(2,1,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(3,1,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(4,1,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(5,1,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(6,1,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(7,1,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(8,2,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(9,2,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(10,2,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(11,2,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(12,2,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(13,2,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(14,2,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(15,3,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(16,3,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(17,3,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(18,3,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(19,3,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(20,3,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(21,3,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(22,4,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(23,4,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(24,4,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(25,4,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(26,4,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(27,4,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(28,4,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(29,5,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(30,5,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(31,5,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(32,5,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(33,5,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(34,5,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(35,5,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(36,6,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(37,6,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(38,6,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(39,6,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(40,6,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(41,6,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(42,6,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(43,7,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(44,7,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(45,7,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(46,7,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(47,7,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(48,7,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(49,7,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(50,8,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(51,8,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(52,8,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(53,8,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(54,8,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(55,8,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(56,8,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(57,9,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(58,9,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(59,9,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(60,9,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(61,9,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(62,9,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(63,9,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(64,10,'sport','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(65,10,'talent','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(66,10,'reading','reading_books','[0, 2, 4]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(67,10,'heritage','','[1, 3]',30,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(68,10,'volunteering','','[1, 3]',30,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(69,10,'trips','','[5]',240,'2026-03-18',1);
INSERT INTO "plan_item" VALUES(70,10,'work','','[5]',240,'2026-03-18',NULL);
INSERT INTO "plan_item" VALUES(71,11,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(72,11,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(73,11,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(74,11,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(75,11,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(76,11,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(77,11,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(78,12,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(79,12,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(80,12,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(81,12,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(82,12,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(83,12,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(84,12,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(85,13,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(86,13,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(87,13,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(88,13,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(89,13,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(90,13,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(91,13,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(92,14,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(93,14,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(94,14,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(95,14,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(96,14,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(97,14,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(98,14,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(99,15,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(100,15,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(101,15,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(102,15,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(103,15,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(104,15,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(105,15,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(106,16,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(107,16,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(108,16,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(109,16,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(110,16,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(111,16,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(112,16,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(113,17,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(114,17,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(115,17,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(116,17,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(117,17,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(118,17,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(119,17,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(120,18,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(121,18,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(122,18,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(123,18,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(124,18,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(125,18,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(126,18,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(127,19,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(128,19,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(129,19,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(130,19,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(131,19,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(132,19,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(133,19,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(134,20,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(135,20,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(136,20,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(137,20,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(138,20,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(139,20,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(140,20,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(141,21,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(142,21,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(143,21,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(144,21,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(145,21,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(146,21,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(147,21,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(148,22,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(149,22,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(150,22,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(151,22,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(152,22,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(153,22,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(154,22,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(155,23,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(156,23,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(157,23,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(158,23,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(159,23,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(160,23,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(161,23,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(162,24,'sport','running','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(163,24,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(164,24,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(165,24,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(166,24,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(167,24,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(168,24,'work','it','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(169,25,'heritage','togyzqumalaq','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(170,25,'reading','reading_books','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(171,25,'sport','running','[0, 2, 4]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(172,25,'talent','music','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(173,25,'trips','hike','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(174,25,'volunteering','elderly','[0, 2]',30,'2026-02-16',NULL);
INSERT INTO "plan_item" VALUES(175,25,'work','it','[0, 2]',30,'2026-02-16',NULL);
CREATE TABLE preference (
	person_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	off BOOLEAN NOT NULL,
	hour INTEGER,
	snoozed_until DATETIME,
	CONSTRAINT pk_preference PRIMARY KEY (person_id, kind),
	CONSTRAINT fk_preference_person_id_person FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE review (
	id INTEGER NOT NULL,
	entry_id INTEGER NOT NULL,
	"by" INTEGER NOT NULL,
	verdict VARCHAR(32) NOT NULL,
	reason VARCHAR(32),
	comment TEXT,
	at DATETIME NOT NULL,
	CONSTRAINT pk_review PRIMARY KEY (id),
	CONSTRAINT fk_review_by_person FOREIGN KEY("by") REFERENCES person (id),
	CONSTRAINT fk_review_entry_id_entry FOREIGN KEY(entry_id) REFERENCES entry (id),
	CONSTRAINT uq_review_entry_id UNIQUE (entry_id)
);
INSERT INTO "review" VALUES(1,3,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(2,5,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(3,8,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(4,10,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(5,13,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(6,15,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(7,18,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(8,20,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(9,23,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(10,25,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(11,28,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(12,30,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(13,33,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(14,35,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(15,38,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(16,40,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(17,43,8,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(18,45,8,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(19,48,9,'returned','date',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(20,50,9,'approved',NULL,NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(21,51,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(22,52,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(23,53,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(24,54,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(25,55,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(26,56,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(27,57,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(28,58,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(29,59,8,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
INSERT INTO "review" VALUES(30,60,9,'rejected','not_done',NULL,'2026-03-18 09:00:00.000000');
CREATE TABLE role (
	id INTEGER NOT NULL,
	person_id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	region VARCHAR(8),
	centre_id INTEGER,
	reports_to INTEGER,
	ward_id INTEGER,
	since DATETIME NOT NULL,
	until DATETIME,
	CONSTRAINT pk_role PRIMARY KEY (id),
	CONSTRAINT fk_role_centre_id_centre FOREIGN KEY(centre_id) REFERENCES centre (id),
	CONSTRAINT fk_role_person_id_person FOREIGN KEY(person_id) REFERENCES person (id),
	CONSTRAINT fk_role_reports_to_person FOREIGN KEY(reports_to) REFERENCES person (id),
	CONSTRAINT fk_role_ward_id_person FOREIGN KEY(ward_id) REFERENCES person (id)
);
INSERT INTO "role" VALUES(1,1,'operator',NULL,NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(2,2,'coordinator','KZ-75',NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(3,3,'coordinator','KZ-71',NULL,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(4,4,'centre_head',NULL,1,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(5,5,'centre_head',NULL,2,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(6,6,'expert',NULL,1,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(7,7,'expert',NULL,1,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(8,8,'mentor',NULL,1,6,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(9,9,'mentor',NULL,1,7,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(10,10,'mentor',NULL,1,NULL,NULL,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(11,22,'representative',NULL,NULL,NULL,19,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(12,22,'representative',NULL,NULL,NULL,18,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(13,22,'representative',NULL,NULL,NULL,16,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(14,22,'representative',NULL,NULL,NULL,14,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(15,22,'representative',NULL,NULL,NULL,20,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(16,22,'representative',NULL,NULL,NULL,17,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(17,22,'representative',NULL,NULL,NULL,15,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(18,23,'representative',NULL,NULL,NULL,21,'2026-03-18 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(19,24,'mentor',NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(20,29,'mentor',NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(21,34,'mentor',NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(22,39,'mentor',NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(23,41,'mentor',NULL,NULL,NULL,NULL,'2026-02-16 09:00:00.000000',NULL);
INSERT INTO "role" VALUES(24,43,'operator',NULL,NULL,NULL,NULL,'2026-03-18 09:00:23.031995',NULL);
INSERT INTO "role" VALUES(25,44,'operator',NULL,NULL,NULL,NULL,'2026-03-18 09:00:23.196856',NULL);
INSERT INTO "role" VALUES(26,67,'mentor',NULL,1,NULL,NULL,'2026-03-18 09:02:29.165044',NULL);
CREATE TABLE seen_update (
	update_id BIGINT NOT NULL,
	at DATETIME NOT NULL,
	CONSTRAINT pk_seen_update PRIMARY KEY (update_id)
);
INSERT INTO "seen_update" VALUES(100418,'2026-03-18 09:02:29.561652');
INSERT INTO "seen_update" VALUES(100419,'2026-03-18 09:02:29.834869');
INSERT INTO "seen_update" VALUES(100420,'2026-03-18 09:02:30.192362');
CREATE TABLE substitution (
	id INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	absent_id INTEGER NOT NULL,
	substitute_id INTEGER,
	first_day DATE NOT NULL,
	last_day DATE,
	reason VARCHAR(32) NOT NULL,
	note TEXT,
	since DATETIME NOT NULL,
	until DATETIME,
	made_by INTEGER NOT NULL,
	made_at DATETIME NOT NULL,
	ended_at DATETIME,
	CONSTRAINT pk_substitution PRIMARY KEY (id),
	CONSTRAINT fk_substitution_absent_id_person FOREIGN KEY(absent_id) REFERENCES person (id),
	CONSTRAINT fk_substitution_made_by_person FOREIGN KEY(made_by) REFERENCES person (id),
	CONSTRAINT fk_substitution_substitute_id_person FOREIGN KEY(substitute_id) REFERENCES person (id)
);
INSERT INTO "substitution" VALUES(1,'mentor',10,NULL,'2026-03-19','2026-03-19','leave',NULL,'2026-03-19 09:00:00.000000','2026-03-20 09:00:00.000000',10,'2026-03-18 09:00:00.000000',NULL);
CREATE TABLE task (
	id INTEGER NOT NULL,
	enrolment_id INTEGER NOT NULL,
	direction VARCHAR(32) NOT NULL,
	words TEXT NOT NULL,
	due DATE NOT NULL,
	state VARCHAR(32) NOT NULL,
	set_by INTEGER NOT NULL,
	set_at DATETIME NOT NULL,
	CONSTRAINT pk_task PRIMARY KEY (id),
	CONSTRAINT fk_task_enrolment_id_enrolment FOREIGN KEY(enrolment_id) REFERENCES enrolment (id),
	CONSTRAINT fk_task_set_by_person FOREIGN KEY(set_by) REFERENCES person (id)
);
INSERT INTO "task" VALUES(1,1,'sport','Тапсырма: «draft» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(2,2,'sport','Тапсырма: «unsigned» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(3,3,'sport','Тапсырма: «new» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(4,4,'sport','Тапсырма: «unassigned» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(5,5,'sport','Тапсырма: «drafting» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(6,6,'sport','Тапсырма: «proposed» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(7,7,'sport','Тапсырма: «agreed» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(8,8,'sport','Тапсырма: «active» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(9,9,'sport','Тапсырма: «paused» Аты','2026-03-18','open',8,'2026-03-18 09:00:00.000000');
INSERT INTO "task" VALUES(10,10,'sport','Тапсырма: «other» Аты','2026-03-18','open',9,'2026-03-18 09:00:00.000000');
CREATE TABLE update_attempt (
	update_id BIGINT NOT NULL,
	attempts INTEGER NOT NULL,
	last_at DATETIME NOT NULL,
	set_aside_at DATETIME,
	CONSTRAINT pk_update_attempt PRIMARY KEY (update_id)
);
CREATE INDEX ix_centre_region ON centre (region);
CREATE INDEX ix_conversation_touched_at ON conversation (touched_at);
CREATE INDEX ix_seen_update_at ON seen_update (at);
CREATE INDEX ix_audit_actor_id ON audit (actor_id);
CREATE INDEX ix_audit_at ON audit (at);
CREATE INDEX ix_audit_subject ON audit (subject, subject_id);
CREATE INDEX ix_enrolment_centre_id ON enrolment (centre_id);
CREATE INDEX ix_enrolment_mentor_id_state ON enrolment (mentor_id, state);
CREATE INDEX ix_enrolment_person_id ON enrolment (person_id);
CREATE UNIQUE INDEX uq_enrolment_person_id_open ON enrolment (person_id) WHERE state IN ('draft', 'awaiting_representative', 'submitted', 'planning', 'active', 'paused');
CREATE INDEX ix_role_centre_id ON role (centre_id);
CREATE INDEX ix_role_person_id_until ON role (person_id, until);
CREATE INDEX ix_role_reports_to ON role (reports_to);
CREATE INDEX ix_task_enrolment_id ON task (enrolment_id);
CREATE INDEX ix_entry_enrolment_id_state ON entry (enrolment_id, state);
CREATE INDEX ix_invitation_enrolment_id ON invitation (enrolment_id);
CREATE INDEX ix_invitation_entry_id ON invitation (entry_id);
CREATE INDEX ix_media_entry_id ON media (entry_id);
CREATE INDEX ix_media_file_unique_id ON media (file_unique_id);
CREATE INDEX ix_media_media_group_id ON media (media_group_id);
CREATE INDEX ix_media_sha256 ON media (sha256);
CREATE INDEX ix_review_by ON review ("by");
CREATE TRIGGER audit_keeps_rows_on_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keeps_rows_on_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_keeps_rows_on_replace BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE INDEX ix_media_uncompared ON media (id) WHERE compared_at IS NULL AND examined_at IS NOT NULL;
CREATE INDEX ix_media_unexamined ON media (id) WHERE examined_at IS NULL;
CREATE INDEX ix_fingerprint_codes ON fingerprint (method, id, media_id, part, codes);
CREATE INDEX ix_essay_fingerprint_method ON essay_fingerprint (method);
CREATE INDEX ix_essay_fingerprint_uncompared ON essay_fingerprint (id) WHERE compared_at IS NULL;
CREATE INDEX ix_finding_entry_id ON finding (entry_id);
CREATE INDEX ix_finding_other_entry_id ON finding (other_entry_id);
CREATE INDEX ix_finding_other_media_id ON finding (other_media_id);
CREATE UNIQUE INDEX uq_finding_essays ON finding (entry_id, other_entry_id) WHERE media_id IS NULL;
CREATE INDEX ix_centre_application_applicant_id ON centre_application (applicant_id);
CREATE INDEX ix_substitution_absent_id ON substitution (absent_id);
CREATE INDEX ix_substitution_substitute_id ON substitution (substitute_id);
CREATE INDEX ix_dispute_enrolment_id ON dispute (enrolment_id);
CREATE INDEX ix_excuse_enrolment_id ON excuse (enrolment_id);
CREATE INDEX ix_outbox_person_id ON outbox (person_id, settled_at);
CREATE INDEX ix_outbox_waiting ON outbox (urgency, due_at, id) WHERE settled_at IS NULL;
CREATE INDEX ix_outbox_broadcast_id ON outbox (broadcast_id, outcome) WHERE broadcast_id IS NOT NULL;
CREATE INDEX ix_entry_enrolment_id_submitted_at ON entry (enrolment_id, submitted_at);
CREATE INDEX ix_entry_week ON entry (enrolment_id, direction, happened_on, state, minutes);
CREATE INDEX ix_entry_correction ON entry (enrolment_id, submitted_at, replaces_id, state) WHERE replaces_id IS NOT NULL;
DELETE FROM "sqlite_sequence";
COMMIT;
